import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinedAnswers, type LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { readLabels } from "@/lib/evaluation/so762/read-labels";
import { madeUpSentences, writeMadeUpSo762, type MadeUpSentence } from "@/lib/evaluation/testing/made-up-sentences";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";

let dataDir = "";
let sentences: MadeUpSentence[] = [];
let recordings: LabelledRecording[] = [];
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "joined-"));
  sentences = await madeUpSentences("strong.mp3", 3);
  const opinions = [9, 9, 9, 9, 9] as const;
  await writeMadeUpSo762(dataDir, [
    { id: "b", gender: "f", ageYears: 30, sentences: sentences.slice(0, 2), opinions },
    { id: "a", gender: "m", ageYears: 30, sentences: sentences.slice(2), opinions },
  ]);
  recordings = readLabels(path.join(dataDir, "so762_train")).map((row, index) => ({
    ...row,
    ...{ acoustics: analyseAcoustics(sentences[index]?.pcm ?? new Float32Array()), words: [], phones: null },
    fileSha256: `hash${index}`,
  }));
});
afterAll(() => rm(dataDir, { recursive: true }));

test("each speaker's sentences become one answer, with a sentence of text for each and its place in the sound", async () => {
  const [first, second] = joinedAnswers(recordings);
  expect([first?.speaker, second?.speaker]).toEqual(["b", "a"]);
  const texts = sentences.slice(0, 2).map(({ text }) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
  expect(first?.text).toBe(texts.join(" "));
  const joined = await first?.join();
  expect(joined?.sentences.map(({ text }) => text)).toEqual(texts);
  const runs = analyseAcoustics(joined?.pcm ?? new Float32Array()).runs;
  for (const { startMs, endMs } of joined?.sentences ?? []) {
    expect(Math.min(...runs.map((run) => Math.abs(run.startMs - startMs)))).toBeLessThan(60);
    expect(Math.min(...runs.map((run) => Math.abs(run.endMs - endMs)))).toBeLessThan(60);
  }
});

test("an answer is named by its recordings and their order, so that no other answer's measurements are taken for it", () => {
  const [first] = joinedAnswers(recordings);
  expect(first?.ingredients).toEqual(expect.arrayContaining(["hash0", "hash1"]));
  const recut = recordings.map((one) => ({
    ...one,
    acoustics: { ...one.acoustics, runs: one.acoustics.runs.slice(1) },
  }));
  expect(joinedAnswers(recut)[0]?.ingredients).not.toEqual(first?.ingredients);
  const [turned] = joinedAnswers([...recordings.slice(0, 2)].reverse());
  expect(turned?.ingredients).not.toEqual(first?.ingredients);
});

test("a recording without speech is left out of sound and text", () => {
  const [first] = recordings;
  if (!first) throw new Error("there is a recording");
  const silent = { ...first, acoustics: analyseAcoustics(new Float32Array(16_000)) };
  expect(joinedAnswers([silent, ...recordings.slice(1, 2)])[0]?.utterances).toHaveLength(1);
  expect(joinedAnswers([silent])).toEqual([]);
});
