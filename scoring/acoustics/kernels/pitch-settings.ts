/** Lowest F0 that is looked for: a low male voice. The kernel's other settings stand in wasm/pitch-settings.ts. */
const F0_FLOOR_HZ = 75;

/** The analysis window spans three periods of the floor, 40 ms (Boersma 1993). */
export const WINDOW_MS = (3 * 1000) / F0_FLOOR_HZ;
