import { naturalLog } from "./decibels";
import { BIN, IMAGINARY } from "./fft-bins";
import { BATCH, fillBatch, setFrame } from "./frame-batch";
import { add, loadSplat, mul, splat } from "./lanes";
import { hzOf, melOf } from "./mel-scale";
import { HOP, SAMPLE_RATE_HZ } from "./pitch-settings";
import { measureBatch, POWERS, SPECTRUM_LENGTH } from "./power-spectrum";

/** Coefficients a frame, 0 to 12, as is customary since Davis & Mermelstein (1980). */
export const MFCC_COUNT: i32 = 13;
const FILTERS: i32 = 26;
const LOWEST_HZ: f64 = 20;
const HIGHEST_HZ: f64 = 8000;
/** Power under which a filter counts as empty, -100 dB: beneath the noise of 16-bit audio. */
const LEAST_POWER: f32 = 1e-10;

/** First bin, number of bins, and place of the first weight of each filter. */
const SPANS: usize = memory.data(12 * 26, 16);
/** Weights of all filters, one after the other: each bin lies in at most two. */
const WEIGHTS: usize = memory.data(4 * 2 * 257, 16);
/** Cosines of the transform, coefficient after coefficient. */
const COSINES: usize = memory.data(4 * 13 * 26, 16);
/** Logarithms of the filters' powers, laid out like POWERS. */
const LOGARITHMS: usize = memory.data(32 * 26, 16);

let used: i32 = 0;
for (let filter = 0; filter < FILTERS; filter++) used = writeFilter(filter, used);
for (let c = 0; c < MFCC_COUNT; c++) {
  for (let filter = 0; filter < FILTERS; filter++) {
    const cosine = Math.cos((Math.PI * c * (filter + 0.5)) / FILTERS);
    store<f32>(COSINES + ((<usize>(c * FILTERS + filter)) << 2), <f32>(Math.sqrt(2 / <f64>FILTERS) * cosine));
  }
}

/** Writes the weights of a filter from place `first` on: a triangle over the bins on the mel scale. Returns the next place. */
function writeFilter(filter: i32, first: i32): i32 {
  const low = melOf(LOWEST_HZ);
  const width = (melOf(HIGHEST_HZ) - low) / (FILTERS + 1);
  const start = low + filter * width;
  const span = SPANS + <usize>filter * 12;
  let count = 0;
  for (let k = 0; k <= SPECTRUM_LENGTH >> 1; k++) {
    const mel = melOf((k * <f64>SAMPLE_RATE_HZ) / SPECTRUM_LENGTH);
    const weight = 1 - Math.abs((mel - start) / width - 1);
    if (weight <= 0) continue;
    if (count == 0) store<i32>(span, k);
    store<f32>(WEIGHTS + ((<usize>(first + count)) << 2), <f32>weight);
    count++;
  }
  store<i32>(span, count, 4);
  store<i32>(span, first, 8);
  return first + count;
}

/**
 * Mel-frequency cepstral coefficients (Davis & Mermelstein 1980): powers of FILTERS triangular filters, equally wide on
 * the mel scale from 20 Hz to 8 kHz, of the spectrum of 25 ms; natural logarithm; discrete cosine transform
 * c[i] = sqrt(2/N) * sum_j log(m[j]) * cos(pi*i*(j + 0.5)/N). Frame f's window starts at `samples + 4 * HOP * f`. Writes
 * MFCC_COUNT 32-bit floats a frame, frame after frame, for a multiple of BATCH frames.
 */
export function measureMfcc(samples: usize, frames: i32, coefficients: usize): void {
  for (let first = 0; first < frames; first += BATCH) {
    const here = min(BATCH, frames - first);
    for (let i = 0; i < here; i++) setFrame(i, samples + ((<usize>((first + i) * HOP)) << 2), 0);
    fillBatch(here);
    measureBatch();
    for (let filter = 0; filter < FILTERS; filter++) {
      storeLogarithm(filter, 0);
      storeLogarithm(filter, IMAGINARY);
    }
    const row = coefficients + ((<usize>(first * MFCC_COUNT)) << 2);
    for (let c = 0; c < MFCC_COUNT; c++) {
      storeCoefficient(c, 0, row + ((<usize>c) << 2));
      storeCoefficient(c, IMAGINARY, row + ((<usize>(MFCC_COUNT + c)) << 2));
    }
  }
}

function storeLogarithm(filter: i32, half: usize): void {
  const span = SPANS + <usize>filter * 12;
  const weights = WEIGHTS + ((<usize>load<i32>(span, 8)) << 2);
  const powers = POWERS + half + <usize>load<i32>(span) * BIN;
  let sum = splat(0);
  for (let i = 0; i < load<i32>(span, 4); i++) {
    sum = add(sum, mul(v128.load(powers + <usize>i * BIN), loadSplat(weights + ((<usize>i) << 2))));
  }
  v128.store(LOGARITHMS + <usize>filter * BIN + half, naturalLog(f32x4.pmax(sum, splat(LEAST_POWER))));
}

/** Coefficient c of every second frame of the batch. */
function storeCoefficient(c: i32, half: usize, at: usize): void {
  const cosines = COSINES + ((<usize>(c * FILTERS)) << 2);
  let sum = splat(0);
  for (let filter = 0; filter < FILTERS; filter++) {
    const logarithm = v128.load(LOGARITHMS + <usize>filter * BIN + half);
    sum = add(sum, mul(logarithm, loadSplat(cosines + ((<usize>filter) << 2))));
  }
  const stride: usize = 8 * MFCC_COUNT;
  store<f32>(at, f32x4.extract_lane(sum, 0));
  store<f32>(at + stride, f32x4.extract_lane(sum, 1));
  store<f32>(at + 2 * stride, f32x4.extract_lane(sum, 2));
  store<f32>(at + 3 * stride, f32x4.extract_lane(sum, 3));
}
