/** "+9.1", "−2.6", "0.0": a true minus sign, one decimal. */
export function formatPoints(points: number): string {
  const size = Math.abs(points).toFixed(1);
  if (size === "0.0") return "0.0";
  return `${points < 0 ? "−" : "+"}${size}`;
}

/** Units that are shares of a whole and read better as a percentage. */
const SHARES: ReadonlySet<string> = new Set(["share"]);
/** Units that say nothing that the label does not say. */
const SILENT_UNITS: ReadonlySet<string> = new Set(["", "ratio"]);

/** Three significant digits and the unit: "151 words/min", "42 %", "1 act". */
export function formatValue(value: number, unit: string): string {
  if (SHARES.has(unit)) return `${Math.round(value * 100)} %`;
  const number = Math.abs(value) >= 1000 ? Math.round(value).toString() : Number(value.toPrecision(3)).toString();
  if (SILENT_UNITS.has(unit)) return number;
  return `${number.replace("-", "−")} ${value === 1 && unit.endsWith("s") && !unit.includes("/") ? unit.slice(0, -1) : unit}`;
}
