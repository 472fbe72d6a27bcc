import path from "node:path";
import { z } from "zod";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { readCsv } from "@/lib/evaluation/read-csv";

const EXPERTS = [1, 2, 3, 4, 5] as const;
/** Nobody in the data is between 16 and 19 years old. */
const ADULT_FROM_YEARS = 18;

const id = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/, "must be letters and digits");
// Coercion would read an empty field as 0.
const number = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "must be a number")
  .transform(Number);
const years = number.pipe(z.int().min(1).max(120));
const points = number.pipe(z.number().max(10));
const columns = (name: string): Record<string, typeof points> =>
  Object.fromEntries(EXPERTS.map((expert) => [`${name}_${expert}`, points]));

const rowSchema = z.object({
  utt: id,
  speaker: id,
  age: years,
  gender: z.enum(["f", "m"]),
  text: z.string().trim().min(1).max(1_000),
  ...columns("fluency"),
  ...columns("prosodic"),
});

/** One read sentence with what five experts said of it. */
export interface LabelledUtterance {
  readonly id: string;
  readonly speaker: string;
  readonly ageYears: number;
  readonly adult: boolean;
  readonly gender: "f" | "m";
  readonly text: string;
  /** Absolute path of the recording. */
  readonly file: string;
  /** Of five experts, 0-100 (ten times their 0-10). */
  readonly fluency: readonly number[];
  readonly prosody: readonly number[];
}

/**
 * `folder/labels.csv` with one recording `folder/flac/UTT.flac` a row, laid out as `so762_train`.
 *
 * @throws EvaluationDataError naming file, row and column
 */
export function readLabels(folder: string): LabelledUtterance[] {
  const file = path.join(folder, "labels.csv");
  const rows = readCsv(file, rowSchema);
  if (rows.length === 0) throw new EvaluationDataError(`${file} has no rows`);
  const seen = new Set<string>();
  rows.forEach(({ utt }, index) => {
    if (seen.has(utt)) throw new EvaluationDataError(`${file} row ${index + 2}: utt "${utt}" is there twice`);
    seen.add(utt);
  });
  return rows.map((row) => ({
    id: row.utt,
    speaker: row.speaker,
    ageYears: row.age,
    adult: row.age >= ADULT_FROM_YEARS,
    gender: row.gender,
    text: row.text,
    file: path.join(folder, "flac", `${row.utt}.flac`),
    fluency: opinions(row, "fluency"),
    prosody: opinions(row, "prosodic"),
  }));
}

/** Reason for `unknown`: the schema has checked the columns, the type of a spread record does not name them. */
function opinions(row: Readonly<Record<string, unknown>>, name: string): number[] {
  return EXPERTS.map((expert) => 10 * Number(row[`${name}_${expert}`]));
}
