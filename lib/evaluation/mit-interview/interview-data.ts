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

/** Praat writes "--undefined--" where a recording gives no value. */
const measure = (schema: z.ZodNumber) =>
  z.preprocess((text) => (text === "--undefined--" || text === "" ? null : Number(text)), schema.nullable());

/** The columns of Praat's table that a shipped term can be made from. Durations in seconds, levels in dB. */
const prosodyRow = z
  .object({
    "participant&question": z.string().regex(/^PP?\d{1,4}Q\d{1,2}$/i, "expected P12Q3 or PP12Q3"),
    duration: positive.max(3_600),
    intensitySD: measure(z.number().min(0).max(60)),
    numPause: measure(z.number().int().min(0)),
    "TotDurPause:3": measure(z.number().min(0).max(3_600)),
    PercentBreaks: measure(z.number().min(0).max(1)),
  })
  .transform((row) => ({
    interview: row["participant&question"].replace(/Q\d+$/i, "").toLowerCase(),
    durationS: row.duration,
    levelSdDb: row.intensitySD,
    pauses: row.numPause,
    silenceS: row["TotDurPause:3"],
    breakShare: row.PercentBreaks,
  }));
/** Praat's measures of one answer; null what it could not measure. */
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
 * The interviews of the folder `mit_interview`: ratings, Praat measures and turns, joined by interview. Those of which a part
 * is missing are left out and told.
 *
 * @param tell gets one line for each interview that is left out
 * @throws EvaluationDataError when a file is missing or malformed, or no interview is whole
 */
export function readInterviews(folder: string, tell: (line: string) => void = () => undefined): Interview[] {
  const labels = readCsv(path.join(folder, "labels.csv"), labelRow);
  const prosody = readCsv(path.join(folder, "prosody_per_question.csv"), prosodyRow);
  const transcripts = readJsonLines(path.join(folder, "transcripts.jsonl"), transcriptLine);
  const turnsOf = new Map(transcripts.map((line) => [line.interview, line.turns]));
  const interviews = labels.flatMap((ratings): Interview[] => {
    const id = ratings.interview;
    const questions = prosody.filter((row) => row.interview === id);
    const turns = turnsOf.get(id);
    if (turns !== undefined && questions.length > 0) {
      return [{ id, participant: ratings.participant, ratings, questions, turns }];
    }
    tell(
      `interview ${id} is left out: no ${turns === undefined ? "turns in transcripts.jsonl" : "row of Praat measures"}`,
    );
    return [];
  });
  if (interviews.length === 0)
    throw new EvaluationDataError(`${folder} has no interview with labels, turns and measures`);
  return interviews;
}
