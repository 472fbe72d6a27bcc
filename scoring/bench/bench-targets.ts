import type { BenchTarget } from "@/scoring/bench/bench-row";

/**
 * What an answer of 240 s may cost on one core, after warm-up; alignment may use two. Times in ms, memory in MB. Rows
 * that are not named here are printed without a target.
 */
export const BENCH_TARGETS: Readonly<Record<string, BenchTarget>> = {
  "decode.mp3.240s": { atMost: 250, timesPeer: 1 },
  "acoustics.240s": { atMost: 150, timesPeer: 8 },
  "acoustics.memory.240s": { atMost: 60, timesPeer: null },
  "f0.240s": { atMost: 80, timesPeer: 15 },
  "score.from_artifacts": { atMost: 10, timesPeer: null },
  "alignment.240s": { atMost: 8_000, timesPeer: null },
  "post.audio_transcript.240s": { atMost: 500, timesPeer: null },
  "rescore.3000": { atMost: 1_000, timesPeer: null },
  "rescore.3000.model": { atMost: 40_000, timesPeer: null },
};
