import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";

/**
 * The first `utterances` sentences of at most `speakers` speakers, always the same ones: speakers sorted by age group,
 * gender and id, then taken at even steps, so that groups keep their shares. Rows keep their order.
 */
export function chooseSpeakers<Row extends Pick<LabelledUtterance, "speaker" | "adult" | "gender">>(
  rows: readonly Row[],
  speakers: number,
  utterances: number,
): Row[] {
  const keyOf = ({ adult, gender, speaker }: Row): string => `${adult ? "adult" : "child"} ${gender} ${speaker}`;
  const sorted = [...new Set(rows.map(keyOf))].sort();
  const step = Math.max(1, sorted.length / speakers);
  const count = Math.min(speakers, sorted.length);
  const chosen = new Set(Array.from({ length: count }, (_, index) => sorted[Math.floor((index + 0.5) * step)]));
  const taken = new Map<string, number>();
  return rows.filter((row) => {
    const key = keyOf(row);
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return chosen.has(key) && before < utterances;
  });
}
