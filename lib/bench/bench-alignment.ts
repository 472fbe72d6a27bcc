import type { Benchmark } from "@/lib/bench/benchmark";
import { timePocketsphinx } from "@/lib/bench/pocketsphinx-peer";
import { timeRuns } from "@/lib/bench/time-runs";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";

const LANGUAGE = "en";
/** PocketSphinx's time grows faster than the length: a minute a run at 900 s. */
const LONGEST_PEER_SECONDS = 240;
const TOO_LONG = { missing: `compared up to ${LONGEST_PEER_SECONDS} s` };

/** The times of the words of a plain text, in the warm aligning process and back, as the worker finds them. */
export const ALIGNMENT_BENCHMARKS: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: `alignment.${seconds}s`,
  measure: async ({ answer, folder }) => {
    const pcm = answer.pcm(seconds);
    const acoustics = analyseAcoustics(pcm);
    const text = answer
      .words(seconds)
      .map((word) => word.text)
      .join(" ");
    const aligner = createSoundswallowerAligner();
    try {
      const runs = await timeRuns(async () => {
        const cues = [{ text, startMs: null, endMs: null }];
        const outcome = await aligner.align(pcm, { kind: "cues", cues }, { language: LANGUAGE, acoustics });
        if (!outcome.ok) throw new Error(outcome.reason.detail);
      }, 1);
      const peer = seconds > LONGEST_PEER_SECONDS ? TOO_LONG : await timePocketsphinx(pcm, text, folder);
      return { unit: "ms", runs, peer };
    } finally {
      await aligner.close();
    }
  },
}));
