import type { Benchmark } from "@/lib/bench/benchmark";
import { timePraat } from "@/lib/bench/praat-peer";
import { timeRuns } from "@/lib/bench/time-runs";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { cleanSamples } from "@/scoring/acoustics/clean-samples";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";

/** All of the acoustics, samples to artifacts, beside Praat's pitch and intensity alone. */
const ALL: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: `acoustics.${seconds}s`,
  measure: async ({ answer, folder }) => {
    const pcm = answer.pcm(seconds);
    const runs = await timeRuns(() => analyseAcoustics(pcm));
    return { unit: "ms", runs, peer: await timePraat(["pitch", "intensity"], pcm, folder) };
  },
}));

/** F0 alone, beside Praat's pitch. */
const F0: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: `f0.${seconds}s`,
  measure: async ({ answer, folder }) => {
    const pcm = cleanSamples(answer.pcm(seconds));
    const grid = frameGrid(pcm.length);
    const runs = await timeRuns(() => wasmKernels().trackF0(pcm, grid));
    return { unit: "ms", runs, peer: await timePraat(["pitch"], pcm, folder) };
  },
}));

export const ACOUSTIC_BENCHMARKS: readonly Benchmark[] = [...ALL, ...F0];
