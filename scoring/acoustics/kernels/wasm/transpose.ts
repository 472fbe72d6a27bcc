/**
 * Writes four vectors, whose lane l belongs to frame l, as four consecutive numbers of each of the four frames.
 * `at` is frame 0's place, `stride` the bytes from one frame's place to the next one's.
 */
export function storeTransposed(a: v128, b: v128, c: v128, d: v128, at: usize, stride: usize): void {
  const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(at, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
  v128.store(at + stride, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7));
  v128.store(at + 2 * stride, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(at + 3 * stride, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}
