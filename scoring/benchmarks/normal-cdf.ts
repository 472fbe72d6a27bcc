/**
 * Standard normal distribution function Phi(z), 0..1. Abramowitz & Stegun 26.2.17, absolute error < 7.5e-8: four orders
 * finer than one percentile.
 */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upperTail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * polynomial;
  return z >= 0 ? 1 - upperTail : upperTail;
}
