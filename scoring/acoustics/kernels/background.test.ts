import fc from "fast-check";
import { expect, it } from "vitest";
import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { quantile } from "@/scoring/acoustics/quantile";
import { runningMean } from "@/scoring/acoustics/running-mean";

const level = fc.oneof(fc.float({ min: -200, max: 60, noNaN: true }), fc.constantFrom(-200, -60, 0));
/** Whole rows of band levels. */
const tables = fc
  .array(fc.array(level, { minLength: BAND_COUNT, maxLength: BAND_COUNT }), { minLength: 1, maxLength: 90 })
  .map((rows) => Float32Array.from(rows.flat()));

it("a band's quantile is, bit for bit, that of its running mean over the listed frames", () => {
  fc.assert(
    fc.property(
      tables,
      fc.constantFrom(1, 3, 7),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(3),
      (bandDb, width, share, skipped) => {
        const frames = Int32Array.from({ length: bandDb.length / BAND_COUNT }, (_, i) => i).filter((i) => i >= skipped);
        const quantiles = wasmKernels().measureBandQuantiles(bandDb, frames, width, share);
        for (let band = 0; band < BAND_COUNT; band++) {
          const levels = Float32Array.from(frames, (frame) => bandDb[frame * BAND_COUNT + band] ?? NaN);
          // + 0: minus zero and zero are the same level.
          expect((quantiles[band] ?? NaN) + 0).toBe((quantile(runningMean(levels, width), share) ?? 0) + 0);
        }
      },
    ),
  );
});

it("a frame's excess is, bit for bit, the mean of its six largest, each between 0 and 30 dB", () => {
  fc.assert(
    fc.property(tables, fc.array(level, { minLength: BAND_COUNT, maxLength: BAND_COUNT }), (bandDb, floor) => {
      const excess = wasmKernels().measureExcess(bandDb, Float64Array.from(floor));
      for (let frame = 0; frame < excess.length; frame++) {
        const row = bandDb.subarray(frame * BAND_COUNT, (frame + 1) * BAND_COUNT);
        const above = Float64Array.from(row, (here, band) => Math.min(30, Math.max(0, here - (floor[band] ?? NaN))));
        const sum = above
          .sort()
          .slice(-6)
          .reduceRight((total, value) => total + value, 0);
        expect(excess[frame]).toBe(Math.fround(sum / 6));
      }
    }),
  );
});
