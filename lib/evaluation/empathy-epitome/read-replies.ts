import path from "node:path";
import { z } from "zod";
import { readCsv } from "@/lib/evaluation/read-csv";

/** The three ways of being empathic in text of Sharma et al. (2020), and the file that holds the labels of each. */
export const MECHANISM_FILES = {
  emotional_reactions: "emotional-reactions-reddit.csv",
  interpretations: "interpretations-reddit.csv",
  explorations: "explorations-reddit.csv",
} as const;
export type Mechanism = keyof typeof MECHANISM_FILES;

const replyRow = z
  .object({
    sp_id: z.string().min(1),
    response_post: z.string().min(1).max(50_000),
    level: z.coerce.number().int().min(0).max(2),
  })
  .transform((row) => ({ seeker: row.sp_id, text: row.response_post, shown: row.level > 0 }));

/** A reply to somebody who asked for support. */
export interface LabelledReply {
  /** The post that it answers: replies to one post are no independent evidence. */
  readonly seeker: string;
  readonly text: string;
  /** Whether annotators found the mechanism, weakly or strongly. */
  readonly shown: boolean;
}

/** @throws EvaluationDataError when the file is missing or a row does not fit */
export function readReplies(folder: string, mechanism: Mechanism): LabelledReply[] {
  return readCsv(path.join(folder, MECHANISM_FILES[mechanism]), replyRow);
}
