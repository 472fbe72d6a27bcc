import { expect, it } from "vitest";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { as16Bit, mix, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

/** Pulses whose distance falls from 9 to 6 ms, softened: exact arithmetic only, so that the input is the same everywhere. */
function pulses(length: number): Float32Array {
  const out = new Float32Array(length);
  for (let at = 0, period = 144; at < length; at += period, period = Math.max(96, period - 1)) {
    for (let i = 0; i < 40 && at + i < length; i++) out[at + i] = (40 - i) / 80;
  }
  return out;
}

/** FNV-1a over the bytes of all tables. */
function fingerprint(tables: readonly (Float32Array | Float64Array)[]): string {
  let hash = 0x811c9dc5;
  for (const table of tables) {
    for (const byte of new Uint8Array(table.buffer, table.byteOffset, table.byteLength)) {
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    }
  }
  return hash.toString(16);
}

it("the kernels give the same bytes on every machine", () => {
  const kernels = wasmKernels();
  const samples = as16Bit(mix(pulses(24_000), whiteNoise(1_500, 0.01)));
  const grid = frameGrid(samples.length);
  const { f0Hz, periodicity } = kernels.trackF0(samples, grid);
  const bandDb = kernels.measureBands(samples, grid);
  expect(f0Hz.filter((hz) => hz > 100).length).toBeGreaterThan(130);
  expect({
    f0: fingerprint([f0Hz, periodicity]),
    levels: fingerprint([kernels.measureEnergy(samples, grid), kernels.measureIntensity(samples).levelDb]),
    spectra: fingerprint([
      bandDb,
      kernels.measureMfcc(samples, grid),
      kernels.measureSpectralChange(bandDb, grid.count),
    ]),
    resampled: fingerprint([kernels.resampleTo16Khz(samples, 44_100)]),
  }).toEqual({ f0: "704b4a51", levels: "dfc99d4f", spectra: "848047e7", resampled: "345646b7" });
});
