import type { AnswerConfidence, WithholdingReason } from "@/lib/evaluation/low-confidence/confidence-of-answers";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { bootstrapInterval, type Interval95 } from "@/scoring/evaluation/statistics/bootstrap-interval";

/** scoring-science 8.3: a difference between groups from which somebody must look, points of 100. */
export const ALERT_POINTS = 5;

/** Two groups that are compared. */
export const GROUP_PAIRS = [
  { name: "gender", first: "women", second: "men", among: ({ adult }: AnswerConfidence) => adult },
  { name: "gender_children", first: "girls", second: "boys", among: ({ adult }: AnswerConfidence) => !adult },
  { name: "age", first: "adults", second: "children", among: () => true },
] as const;
export type GroupPair = (typeof GROUP_PAIRS)[number];

/** Share of answers without a score in a dimension, two groups and their difference. */
export interface RateDifference {
  readonly first: number | null;
  readonly second: number | null;
  /** first - second, points of 100. */
  readonly points: number | null;
  readonly interval: Interval95 | null;
}

/** Share of the answers for which a reason was given; null of no answers. */
export function reasonRate(
  answers: readonly AnswerConfidence[],
  dimension: Dimension,
  reason: WithholdingReason,
): number | null {
  return shareOf(answers, ({ reasons }) => reasons[dimension].includes(reason));
}

/** Share of the answers without a score; null of no answers. */
export function withheldRate(answers: readonly AnswerConfidence[], dimension: Dimension): number | null {
  return shareOf(answers, ({ reasons }) => reasons[dimension].length > 0);
}

/** The reasons that occur, most frequent first. */
export function occurringReasons(answers: readonly AnswerConfidence[]): WithholdingReason[] {
  const counts = new Map<WithholdingReason, number>();
  for (const { reasons } of answers) {
    for (const reason of Object.values(reasons).flat()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([reason]) => reason);
}

/** Whether a group is withheld more often than another, with a 95 % interval by bootstrap over speakers. */
export function compareGroups(
  answers: readonly AnswerConfidence[],
  { name, among }: GroupPair,
  dimension: Dimension,
): RateDifference {
  const compared = answers.filter(among);
  const isFirst = ({ adult, gender }: AnswerConfidence): boolean => (name === "age" ? adult : gender === "f");
  const difference = (rows: readonly AnswerConfidence[]): number | null => {
    const first = withheldRate(rows.filter(isFirst), dimension);
    const second = withheldRate(
      rows.filter((row) => !isFirst(row)),
      dimension,
    );
    return first === null || second === null ? null : 100 * (first - second);
  };
  return {
    first: withheldRate(compared.filter(isFirst), dimension),
    second: withheldRate(
      compared.filter((row) => !isFirst(row)),
      dimension,
    ),
    points: difference(compared),
    interval: bootstrapInterval(
      compared.map(({ speaker }) => speaker),
      (rows) => difference(rows.flatMap((row) => compared[row] ?? [])),
    ),
  };
}

function shareOf(answers: readonly AnswerConfidence[], has: (answer: AnswerConfidence) => boolean): number | null {
  return answers.length === 0 ? null : answers.filter(has).length / answers.length;
}
