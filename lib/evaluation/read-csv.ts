import { readFileSync, statSync } from "node:fs";
import type { z } from "zod";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";

/** Larger than any table of labels or prosody; a larger file is not one. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Rows of a CSV file (RFC 4180: quoted fields may hold commas, doubled quotes and line breaks), each checked by
 * `rowSchema` as an object of column name to text.
 *
 * @throws EvaluationDataError when the file is missing, too large, ragged, or a row does not fit: names file, row, column
 */
export function readCsv<Row>(file: string, rowSchema: z.ZodType<Row>): Row[] {
  const [header, ...records] = parseCsv(readDataText(file));
  if (header === undefined) throw new EvaluationDataError(`${file} is empty; a header line is expected`);
  return records.map((record, index) => {
    if (record.length !== header.length) {
      throw new EvaluationDataError(
        `${file} row ${index + 2} has ${record.length} fields, the header ${header.length}`,
      );
    }
    const parsed = rowSchema.safeParse(Object.fromEntries(header.map((name, column) => [name, record[column]])));
    if (parsed.success) return parsed.data;
    throw new EvaluationDataError(`${file} row ${index + 2}: ${describeIssue(parsed.error)}`);
  });
}

/**
 * Lines of a JSON Lines file, each checked by `lineSchema`; blank lines are skipped.
 *
 * @throws EvaluationDataError as `readCsv` does
 */
export function readJsonLines<Line>(file: string, lineSchema: z.ZodType<Line>): Line[] {
  const lines = readDataText(file).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const parsed = lineSchema.safeParse(parseJson(line, `${file} line ${index + 1}`));
    if (parsed.success) return [parsed.data];
    throw new EvaluationDataError(`${file} line ${index + 1}: ${describeIssue(parsed.error)}`);
  });
}

/** Text of a data file. @throws EvaluationDataError when it is missing or larger than 64 MB. */
export function readDataText(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new EvaluationDataError(`${file} is missing`);
  if (size > MAX_BYTES) throw new EvaluationDataError(`${file} has ${size} bytes; at most ${MAX_BYTES} are read`);
  return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
}

/** Records of RFC 4180 text. A quote opens a field only at its start; a line break at the end makes no record. */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  // One field and what ends it: quoted or bare, then a comma, a line break or the end.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/y;
  for (let at = 0; at < text.length;) {
    field.lastIndex = at;
    const match = field.exec(text);
    if (match === null) throw new EvaluationDataError(`a quoted field that begins near character ${at} does not end`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    at = field.lastIndex;
    if (match[3] === "," && at < text.length) continue;
    if (match[3] === ",") record.push("");
    records.push(record);
    record = [];
  }
  return records;
}

function parseJson(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EvaluationDataError(`${where} is not JSON`);
  }
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? "does not fit" : `${issue.path.join(".") || "value"}: ${issue.message}`;
}
