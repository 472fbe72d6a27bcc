import path from "node:path";
import { z } from "zod";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { readCsv, readJsonLines } from "@/lib/evaluation/read-csv";

/** Judges rated on seven steps; the columns hold their weighted means. */
const rating = z.coerce.number().min(1).max(7);

const labelRow = z.object({
  interview: z.string().regex(/^pp?\d{1,4}$/, "expected p12 or pp12"),
  participant: z.string().min(1),
  Overall: rating,
  RecommendHiring: rating,
  Engaged: rating,
  EngagingTone: rating,
  StructuredAnswers: rating,
  NoFillers: rating,
  Calm: rating,
  NotStressed: rating,
  NotAwkward: rating,
  Friendly: rating,
});
export type InterviewRatings = z.infer<typeof labelRow>;

const positive = z.coerce.number().positive();

/** Praat's measures of one answer, the columns that a shipped term can be made from. Durations in seconds. */
const prosodyRow = z
  .object({
    "participant&question": z.string().regex(/^PP?\d{1,4}Q\d{1,2}$/i, "expected P12Q3 or PP12Q3"),
    duration: positive.max(3_600),
    mean_pitch: positive.max(600),
    pitch_sd: positive.max(600),
    intensitySD: positive.max(60),
    numPause: z.coerce.number().int().min(0),
    maxDurPause: z.coerce.number().min(0),
    avgDurPause: z.coerce.number().min(0),
    "TotDurPause:3": z.coerce.number().min(0),
    PercentBreaks: z.coerce.number().min(0).max(1),
  })
  .transform((row) => ({ ...row, interview: row["participant&question"].replace(/Q\d+$/i, "").toLowerCase() }));
export type QuestionProsody = z.infer<typeof prosodyRow>;

const transcriptLine = z.object({
  interview: z.string(),
  turns: z.array(z.tuple([z.enum(["Interviewer", "Interviewee"]), z.string().max(50_000)])).max(1_000),
});
export type Turn = z.infer<typeof transcriptLine>["turns"][number];

/** One mock interview. `participant` groups a person's two interviews. */
export interface Interview {
  readonly id: string;
  readonly participant: string;
  readonly ratings: InterviewRatings;
  readonly questions: readonly QuestionProsody[];
  readonly turns: readonly Turn[];
}

/**
 * The interviews of the folder `mit_interview`: ratings, Praat measures and turns, joined by interview.
 *
 * @throws EvaluationDataError when a file is missing or malformed, or an interview lacks turns or measures
 */
export function readInterviews(folder: string): Interview[] {
  const labels = readCsv(path.join(folder, "labels.csv"), labelRow);
  const prosody = readCsv(path.join(folder, "prosody_per_question.csv"), prosodyRow);
  const transcripts = readJsonLines(path.join(folder, "transcripts.jsonl"), transcriptLine);
  const turns = new Map(transcripts.map((line) => [line.interview, line.turns]));
  return labels.map((ratings) => {
    const id = ratings.interview;
    const questions = prosody.filter((row) => row.interview === id);
    const said = turns.get(id);
    if (said === undefined) throw new EvaluationDataError(`${folder}/transcripts.jsonl has no interview "${id}"`);
    if (questions.length === 0)
      throw new EvaluationDataError(`${folder}/prosody_per_question.csv has no row of "${id}"`);
    return { id, participant: ratings.participant, ratings, questions, turns: said };
  });
}
