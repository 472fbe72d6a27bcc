import type { BenchTarget } from "@/scoring/bench/bench-row";

/**
 * What an answer of 240 s may cost on one core, after warm-up; alignment may use two, and so does the running application.
 * In the units of the rows. Rows
 * that are not named here are printed without a target.
 */
export const BENCH_TARGETS: Readonly<Record<string, BenchTarget>> = {
  "decode.mp3.240s": { kind: "at most", value: 250, timesPeer: 1 },
  "acoustics.240s": { kind: "at most", value: 150, timesPeer: 8 },
  "acoustics.memory.240s": { kind: "at most", value: 60, timesPeer: null },
  "f0.240s": { kind: "at most", value: 80, timesPeer: 15 },
  "score.from_artifacts": { kind: "at most", value: 10, timesPeer: null },
  "alignment.240s": { kind: "at most", value: 8_000, timesPeer: null },
  "post.audio_transcript.240s": { kind: "at most", value: 500, timesPeer: null },
  "accept.rps": { kind: "at least", value: 150, timesPeer: null },
  "accept.p99": { kind: "at most", value: 200, timesPeer: null },
  "rate_limit.two_instances": { kind: "exactly", value: 500, timesPeer: null },
  "memory.load_10min": { kind: "at most", value: 10, timesPeer: null },
  "live.complete_to_verdict": { kind: "at most", value: 300, timesPeer: null },
  "rescore.3000": { kind: "at most", value: 1_000, timesPeer: null },
  "rescore.3000.model": { kind: "at most", value: 40_000, timesPeer: null },
};
