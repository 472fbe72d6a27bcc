/** "+9.1", "−2.6", "0.0": a true minus sign, one decimal. */
export function formatPoints(points: number): string {
  const size = Math.abs(points).toFixed(1);
  if (size === "0.0") return "0.0";
  return `${points < 0 ? "−" : "+"}${size}`;
}

/** Three significant digits and the unit: "151 words/min", "0.42 of boundaries". */
export function formatValue(value: number, unit: string): string {
  const number = Math.abs(value) >= 1000 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString();
  return unit === "" ? number : `${number} ${unit}`;
}
