/** A number with as many digits as its size needs: 151, 4.6, 0.12. */
export function formatValue(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Points with their sign: +5.60, -3.10. */
export function formatSigned(points: number): string {
  return `${points < 0 ? "-" : "+"}${Math.abs(points).toFixed(2)}`;
}
