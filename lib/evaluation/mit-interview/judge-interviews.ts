import { COMPARED, ratingOf, type Compared } from "@/lib/evaluation/mit-interview/compared-traits";
import type { Interview } from "@/lib/evaluation/mit-interview/interview-data";
import { measureInterview } from "@/lib/evaluation/mit-interview/interview-features";
import { findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import type { WordVectors } from "@/scoring/language/word-vectors";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

/** One interview, measured, with what the judges said. */
export interface MeasuredInterview {
  readonly participant: string;
  readonly table: FeatureTable;
  readonly ratings: Readonly<Record<Compared, number>>;
}

/** Scores in points, not cut to 0..100. */
export type InterviewScores = Readonly<Record<Compared, number>>;

/** The role whose weights make the overall; the interviews name no job. */
export const OVERALL_ROLE = "default";

export function measureInterviews(interviews: readonly Interview[], vectors: WordVectors | null): MeasuredInterview[] {
  return interviews.map((interview) => ({
    participant: interview.participant,
    table: measureInterview(interview, vectors),
    // Object.fromEntries forgets that every compared thing is there.
    ratings: Object.fromEntries(COMPARED.map((name) => [name, ratingOf(interview.ratings, name)])) as InterviewScores,
  }));
}

/** All four dimensions by a model, ungated, and their mean by the weights of the role. */
export function scoreInterview(model: SoftSkillsModel, table: FeatureTable): InterviewScores {
  const judge = (dimension: Dimension) => judgeUngated(model.dimensions[dimension], table, model.confidence).score;
  return withOverall({
    communication: judge("communication"),
    clarity: judge("clarity"),
    composure: judge("composure"),
    empathy_signal: judge("empathy_signal"),
  });
}

export function withOverall(scores: Readonly<Record<Dimension, number>>): InterviewScores {
  const role = findBuiltInRole(OVERALL_ROLE);
  if (role === null) throw new RangeError(`there is no role "${OVERALL_ROLE}"`);
  const total = DIMENSIONS.reduce((sum, dimension) => sum + role.weights[dimension], 0);
  const weighted = DIMENSIONS.reduce((sum, dimension) => sum + role.weights[dimension] * scores[dimension], 0);
  return { ...scores, overall: weighted / total };
}

/** Words a minute, what every score is compared with; 0 for an interview without words. */
export function wordsPerMinuteOf(table: FeatureTable): number {
  const pace = lookUp(table, "pace.wordsPerMinute");
  return pace.kind === "measured" ? pace.value : 0;
}
