import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { readLabels } from "@/lib/evaluation/so762/read-labels";

const HEADER =
  "utt,speaker,age,gender,text,fluency_1,fluency_2,fluency_3,fluency_4,fluency_5,prosodic_1,prosodic_2,prosodic_3,prosodic_4,prosodic_5,more";
const row = (changes: Partial<Record<string, string>> = {}): string => {
  const { utt = "a1", speaker = "a", age = "18", gender = "f", text = "good day", points = "5,6,7,8,9.5" } = changes;
  return [utt, speaker, age, gender, text, points, "10,0,1,2,3", "ignored"].join(",");
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "labels-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(...lines: string[]) {
  await writeFile(path.join(folder, "labels.csv"), `${lines.join("\n")}\n`);
  return readLabels(folder);
}

test("a row becomes points of 100, an age group and the path of the recording", async () => {
  const [first, second] = await read(HEADER, row(), row({ utt: "a2", age: "17" }));
  expect(first).toEqual({
    ...{ id: "a1", speaker: "a", ageYears: 18, adult: true, gender: "f", text: "good day" },
    ...{ file: path.join(folder, "flac", "a1.flac"), fluency: [50, 60, 70, 80, 95], prosody: [100, 0, 10, 20, 30] },
  });
  expect(second?.adult).toBe(false);
});

test.each([
  ["a missing column", [HEADER.replace("fluency_3", "fluency_x"), row()], /labels\.csv row 2: fluency_3/],
  ["points above ten", [HEADER, row(), row({ points: "5,6,7,8,11" })], /labels\.csv row 3: fluency_5/],
  ["points that are no number", [HEADER, row({ points: "5,6,7,8,good" })], /row 2: fluency_5/],
  ["points that are empty", [HEADER, row({ points: "5,6,,8,9" })], /row 2: fluency_3/],
  ["another gender than f and m", [HEADER, row({ gender: "x" })], /row 2: gender/],
  ["an id that is a path", [HEADER, row({ utt: "../../etc" })], /row 2: utt/],
  ["no age", [HEADER, row({ age: "" })], /row 2: age/],
  ["no text", [HEADER, row({ text: " " })], /row 2: text/],
  ["an utterance twice", [HEADER, row(), row()], /row 3.*a1.*twice/],
  ["no rows", [HEADER], /labels\.csv has no rows/],
] as const)("%s is an error that names file, row and column", async (_, lines, message) => {
  await expect(read(...lines)).rejects.toThrow(EvaluationDataError);
  await expect(read(...lines)).rejects.toThrow(message);
});

test("a missing file is named", () => {
  expect(() => readLabels(path.join(folder, "nowhere"))).toThrow(/nowhere\/labels\.csv is missing/);
});
