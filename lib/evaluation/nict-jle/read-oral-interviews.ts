import path from "node:path";
import { z } from "zod";
import { readJsonLines } from "@/lib/evaluation/read-csv";

const flag = z.union([z.literal(0), z.literal(1)]);
/** [word, part of speech, i (filler) / f (fluent) / rps-N (repair), place in what is repaired, silences, laughed]. */
const token = z.tuple([z.string().max(100), z.string(), z.string(), z.string(), flag, flag, flag]);
const interviewLine = z.object({
  id: z.string().min(1),
  sst_level: z.number().int().min(1).max(9),
  turns: z.array(z.object({ turn: z.string(), task: z.string(), tokens: z.array(token).max(10_000) })).max(5_000),
});

/** One word as annotators tagged it. */
export interface TaggedWord {
  readonly text: string;
  readonly filler: boolean;
  /** Part of a saying that is given up or said again; `opensRepair` on the first word of each. */
  readonly givenUp: boolean;
  readonly opensRepair: boolean;
}

/** The candidate's side of an oral interview. */
export interface OralInterview {
  readonly id: string;
  /** SST 1 to 9: 1-3 are A1, 4-5 A2, 6-7 B1, 8-9 B2 or above. */
  readonly level: number;
  readonly turns: readonly (readonly TaggedWord[])[];
}

/** @throws EvaluationDataError when `interviews.jsonl` is missing or a line does not fit */
export function readOralInterviews(folder: string): OralInterview[] {
  return readJsonLines(path.join(folder, "interviews.jsonl"), interviewLine).map((line) => ({
    id: line.id,
    level: line.sst_level,
    turns: line.turns.map(({ tokens }) =>
      tokens.map(([text, , tag, place]) => ({
        text,
        filler: tag === "i",
        givenUp: /-RM$/.test(place),
        opensRepair: place === "S-RM" || place === "B-RM",
      })),
    ),
  }));
}
