import { describe, expect, it } from "vitest";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { silence, sine } from "@/scoring/acoustics/testing/synthetic-signals";

function energyOf(samples: Float32Array): Float32Array {
  return wasmKernels().measureEnergy(samples, frameGrid(samples.length));
}

describe("measureEnergy", () => {
  it("gives a full-scale square wave 0 dB", () => {
    const square = new Float32Array(8_000).map((_, i) => (i % 16 < 8 ? 1 : -1));
    for (const level of energyOf(square)) expect(Math.abs(level)).toBeLessThan(0.01);
  });

  it("gives a sine its root mean square: -3.01 dB at full scale", () => {
    for (const level of energyOf(sine(500, 1_000, 1))) expect(Math.abs(level + 3.01)).toBeLessThan(0.02);
  });

  it("hears nothing in a constant offset", () => {
    for (const level of energyOf(silence(200).fill(0.4))) expect(level).toBeLessThan(-100);
  });

  it("floors silence at -120 dB", () => {
    expect(new Set(energyOf(silence(200)))).toEqual(new Set([-120]));
  });
});
