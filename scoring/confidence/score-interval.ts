/**
 * 80 % interval in whole points: score +- z * standard error, cut to 0..100 (scoring-science 5.1), each end
 * rounded like the score.
 */
export function scoreInterval(exactScore: number, standardError: number, z: number): readonly [number, number] {
  const margin = z * standardError;
  return [Math.max(0, Math.round(exactScore - margin)), Math.min(100, Math.round(exactScore + margin))];
}
