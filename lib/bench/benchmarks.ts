import { MEMORY_BENCHMARKS } from "@/lib/bench/acoustic-memory";
import { API_BENCHMARKS } from "@/lib/bench/api/bench-api";
import { ACOUSTIC_BENCHMARKS } from "@/lib/bench/bench-acoustics";
import { ALIGNMENT_BENCHMARKS } from "@/lib/bench/bench-alignment";
import { DECODE_BENCHMARKS } from "@/lib/bench/bench-decode";
import { POST_BENCHMARKS } from "@/lib/bench/bench-post";
import { RESCORE_BENCHMARKS } from "@/lib/bench/bench-rescore";
import { SCORE_BENCHMARKS } from "@/lib/bench/bench-score";
import type { Benchmark } from "@/lib/bench/benchmark";

/** Every row of the bench, in the order of a recording's way. */
export const BENCHMARKS: readonly Benchmark[] = [
  ...DECODE_BENCHMARKS,
  ...ACOUSTIC_BENCHMARKS,
  ...MEMORY_BENCHMARKS,
  ...ALIGNMENT_BENCHMARKS,
  ...SCORE_BENCHMARKS,
  ...POST_BENCHMARKS,
  ...RESCORE_BENCHMARKS,
  ...API_BENCHMARKS,
];
