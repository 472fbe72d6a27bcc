/** Lowest level that is reported (wasm/frame-energy.ts): beneath the noise of 16-bit audio (-98 dB). */
export const LEVEL_FLOOR_DB = -120;
