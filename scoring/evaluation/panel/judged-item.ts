import { mean } from "@/scoring/evaluation/statistics/mean";

/** One thing that people and a model judged, all on 0-100. */
export interface JudgedItem {
  /** The person: items of one person are no independent evidence. */
  readonly group: string;
  /** null where the model withheld a score. */
  readonly predicted: number | null;
  /** One value a rater, the same raters in every item. */
  readonly opinions: readonly number[];
}

/** One item a person: the mean of what was predicted, and each rater's mean. A person without any prediction has none. */
export function meanOfGroups(items: readonly JudgedItem[]): JudgedItem[] {
  const groups = new Map<string, JudgedItem[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups].map(([group, own]) => {
    const predicted = own.flatMap((item) => (item.predicted === null ? [] : [item.predicted]));
    const raters = own[0]?.opinions ?? [];
    return {
      group,
      predicted: predicted.length === 0 ? null : mean(predicted),
      opinions: raters.map((_, rater) => mean(own.map(({ opinions }) => opinions[rater] ?? NaN))),
    };
  });
}
