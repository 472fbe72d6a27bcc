/**
 * Names for the vector operations that most kernels use: four 32-bit floats side by side. Each is one instruction; the
 * compiler puts it in place of the call.
 */
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** The same number in all four lanes. */
export function splat(value: f32): v128 {
  return f32x4.splat(value);
}

/** The number at an address in all four lanes. */
export function loadSplat(at: usize): v128 {
  return v128.load_splat<f32>(at);
}

/** Sum of the four lanes, in the fixed order (0 + 2) + (1 + 3). */
export function sumLanes(a: v128): f32 {
  const halves = f32x4.add(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(halves, 0) + f32x4.extract_lane(halves, 1);
}

/** Largest of the four lanes. */
export function maxLane(a: v128): f32 {
  const halves = f32x4.pmax(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return max(f32x4.extract_lane(halves, 0), f32x4.extract_lane(halves, 1));
}

/** Smallest of the four lanes. */
export function minLane(a: v128): f32 {
  const halves = f32x4.pmin(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return min(f32x4.extract_lane(halves, 0), f32x4.extract_lane(halves, 1));
}
