import type { InterviewRatings } from "@/lib/evaluation/mit-interview/interview-data";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";

/** What is compared: the dimensions and the overall that the role `default` makes of them. */
export const COMPARED = ["overall", ...DIMENSIONS] as const;
export type Compared = (typeof COMPARED)[number];

/** The judged traits that stand for it, and what is published about them (Naim et al. 2015, same recordings). */
export interface ComparedTrait {
  readonly traits: readonly (keyof Omit<InterviewRatings, "interview" | "participant">)[];
  /** Test correlations of the best published system, which also sees faces. */
  readonly published: string;
  /** One judge against the mean of the others. */
  readonly oneJudge: string;
}

export const COMPARED_TRAITS: Readonly<Record<Compared, ComparedTrait>> = {
  overall: { traits: ["Overall"], published: ".70", oneJudge: ".49" },
  communication: {
    traits: ["RecommendHiring", "EngagingTone", "Engaged"],
    published: ".70 to .78",
    oneJudge: ".49 to .61",
  },
  clarity: { traits: ["StructuredAnswers", "NoFillers"], published: ".60 to .64", oneJudge: ".37 to .51" },
  composure: { traits: ["Calm", "NotStressed", "NotAwkward"], published: ".33 to .58", oneJudge: ".30 to .44" },
  empathy_signal: { traits: ["Friendly"], published: ".73", oneJudge: "-" },
};

/** Mean of the traits' ratings, 1 to 7. */
export function ratingOf(ratings: InterviewRatings, compared: Compared): number {
  return mean(COMPARED_TRAITS[compared].traits.map((trait) => ratings[trait]));
}
