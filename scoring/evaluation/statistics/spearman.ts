import { pearson } from "@/scoring/evaluation/statistics/pearson";

/** Ranks from 1; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranked = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at += 1) ranked[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranked;
}

/** Spearman's rank correlation with mean ranks for ties: Pearson's of the ranks. null where Pearson's is. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  return pearson(ranks(a), ranks(b));
}
