import type { BenchUnit } from "@/scoring/bench/bench-row";

/** "3.42 ms", "61.5 ms", "850 ms", "9,640 ms", "41.2 MB": three digits that count. */
export function formatMeasure(value: number, unit: BenchUnit): string {
  const decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
  const [whole = "", fraction] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fraction === undefined || Number(fraction) === 0 ? grouped : `${grouped}.${fraction}`} ${unit}`;
}

/** "12.4 x". */
export function formatRatio(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`;
}
