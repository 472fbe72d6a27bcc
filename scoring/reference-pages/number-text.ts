/** At most three digits after the point, none that say nothing: "0.25", "149", "-3". */
export function numberText(value: number): string {
  return String(Number(value.toFixed(3)) + 0);
}
