import type { Figure } from "@/scoring/evaluation/panel/panel-agreement";

/** A correlation or share of 1 as papers print it: ".84", "-.05", "1.00"; "-" for none. */
export function fractionText(value: number | null, digits = 2): string {
  if (value === null) return "-";
  const text = value.toFixed(digits).replace(/^-(0\.0*)$/, "$1");
  return text.replace(/^(-?)0\./, "$1.");
}

/** Points or percent: "94.2"; "-" for none. */
export function pointsText(value: number | null, digits = 1): string {
  return value === null ? "-" : value.toFixed(digits).replace(/^-(0\.0*)$/, "$1");
}

/** A figure with its interval: ".84 [.81, .87]". */
export function figureText({ value, interval }: Figure, text: (value: number | null) => string = fractionText): string {
  return interval === null ? text(value) : `${text(value)} [${text(interval.low)}, ${text(interval.high)}]`;
}
