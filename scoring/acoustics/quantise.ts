/** Resolution of stored levels and frequencies: 0.01 dB, 0.01 Hz. */
const STEPS_PER_UNIT = 100;

/** Rounds to 0.01. NaN stays NaN. */
export function quantise(value: number): number {
  return Math.round(value * STEPS_PER_UNIT) / STEPS_PER_UNIT + 0; // + 0 turns -0 into 0, which storage cannot tell apart
}

/** Rounds a whole table to 0.01, in place, and returns it. */
export function quantiseAll(values: Float32Array): Float32Array {
  for (let i = 0; i < values.length; i++) values[i] = quantise(values[i] as number); // in range
  return values;
}

/** The whole number that stands for a quantised value in storage. */
export function toSteps(value: number): number {
  return Math.round(value * STEPS_PER_UNIT);
}

/** Inverse of toSteps: yields exactly the float32 that quantiseAll made. */
export function fromSteps(steps: number): number {
  return Math.fround(steps / STEPS_PER_UNIT);
}
