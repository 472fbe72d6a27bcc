import type { SoftSkillsScore } from "@/lib/assessments/schema";

/** The public JSON of one assessment: the page shows what the API says and nothing else. */
export type Score = SoftSkillsScore;
export type Ledger = NonNullable<Score["evidence"]>[string];
export type EvidenceTerm = Ledger["terms"][number];

export interface TranscriptWord {
  readonly text: string;
  readonly start_ms: number;
  readonly end_ms: number;
}
