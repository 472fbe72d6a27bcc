import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { measureUtterances } from "@/lib/evaluation/measured-utterances";
import { madeUpSentences, type MadeUpSentence } from "@/lib/evaluation/testing/made-up-sentences";
import { makeWav } from "@/lib/media/testing/make-wav";
import { createPhoneAligner, type PhoneAligner } from "@/lib/recognition/phone-aligner";

let folder = "";
let sentences: MadeUpSentence[] = [];
const aligner = createPhoneAligner({ children: 1 });
const progress = (): void => undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "utterances-"));
  sentences = await madeUpSentences("strong.mp3", 2);
  for (const [index, { pcm }] of sentences.entries()) {
    const wav = makeWav({ sampleRateHz: 16_000, coding: "s16", channels: [[...pcm]] });
    await writeFile(path.join(folder, `${index}.flac`), wav);
  }
});
afterAll(async () => {
  await aligner.close();
  await rm(folder, { recursive: true });
});

const sources = (texts = sentences.map(({ text }) => text)) =>
  texts.map((text, index) => ({ file: path.join(folder, `${index}.flac`), text }));

describe("measureUtterances", () => {
  it("gives every word its true time, and phones that are likelier for the right text than for another", async () => {
    const cacheDir = path.join(folder, "right");
    const measured = await measureUtterances(sources(), { cacheDir, progress, aligner });
    for (const [index, { words, text }] of measured.entries()) {
      const truth = sentences[index]?.words ?? [];
      expect(words.map((word) => word.text)).toEqual(text.split(" "));
      const near = words.filter((word, at) => Math.abs(word.startMs - (truth[at]?.startMs ?? 0)) <= 150);
      expect(near.length / words.length).toBeGreaterThanOrEqual(0.9);
    }
    const swapped = await measureUtterances(sources(measured.map(({ text }) => text).reverse()), {
      ...{ cacheDir: path.join(folder, "swapped"), progress, aligner },
    });
    const perFrame = ({ phones, acoustics }: (typeof measured)[number]): number =>
      (phones?.aligned ?? []).reduce((sum, { logLikelihood }) => sum + logLikelihood, 0) / (acoustics.durationMs / 10);
    for (const index of [0, 1]) {
      const [right, wrong] = [measured[index], swapped[index]];
      if (!right || !wrong) throw new Error("two sentences were measured");
      if (wrong.phones !== null) expect(perFrame(wrong)).toBeLessThan(perFrame(right) - 0.5);
    }
  });

  it("covers the recording with phones without gaps, in the text and in the free sequence", async () => {
    const [first] = await measureUtterances(sources().slice(0, 1), {
      ...{ cacheDir: path.join(folder, "right"), progress, aligner },
    });
    for (const spans of [first?.phones?.aligned ?? [], first?.phones?.free ?? []]) {
      expect(spans.length).toBeGreaterThan(10);
      expect(spans[0]?.startMs).toBe(0);
      expect(spans.slice(1).map(({ startMs }) => startMs)).toEqual(spans.slice(0, -1).map(({ endMs }) => endMs));
      expect(spans.every(({ logLikelihood }) => logLikelihood <= 0)).toBe(true);
    }
  });

  it("reads what was measured before from the cache, and measures a damaged entry again", async () => {
    const cacheDir = path.join(folder, "right");
    const once = await measureUtterances(sources(), { cacheDir, progress, aligner });
    let asked = 0;
    const counting: PhoneAligner = { ...aligner, align: (...given) => ((asked += 1), aligner.align(...given)) };
    expect(await measureUtterances(sources(), { cacheDir, progress, aligner: counting })).toEqual(once);
    expect(asked).toBe(0);
    const [entry = ""] = await readdir(path.join(cacheDir, "phones"));
    await writeFile(path.join(cacheDir, "phones", entry), '{"aligned": [["AA", 0');
    expect(await measureUtterances(sources(), { cacheDir, progress, aligner: counting })).toEqual(once);
    expect(asked).toBe(1);
  });

  it("says which recording is missing or is none", async () => {
    const cacheDir = path.join(folder, "bad");
    const missing = [{ file: path.join(folder, "nowhere.flac"), text: "hello" }];
    await expect(measureUtterances(missing, { cacheDir, progress, aligner })).rejects.toThrow(
      /nowhere\.flac is missing/,
    );
    await writeFile(path.join(folder, "text.flac"), "this is no sound");
    const text = [{ file: path.join(folder, "text.flac"), text: "hello" }];
    const measuring = measureUtterances(text, { cacheDir, progress, aligner });
    await expect(measuring).rejects.toThrow(EvaluationDataError);
    await expect(measuring).rejects.toThrow(/text\.flac/);
  });

  it("leaves words and phones out where the text has no sounds", async () => {
    const [unsayable] = await measureUtterances(sources(["好"]).slice(0, 1), {
      ...{ cacheDir: path.join(folder, "unsayable"), progress, aligner },
    });
    expect(unsayable).toMatchObject({ words: [], phones: null });
  });

  it("measures the sound alone where no phones are asked for", async () => {
    const cacheDir = path.join(folder, "sound-alone");
    const [first] = await measureUtterances(sources().slice(0, 1), { cacheDir, progress, aligner, phones: false });
    expect(first).toMatchObject({ words: [], phones: null });
    expect(first?.acoustics.runs.length).toBeGreaterThan(0);
    expect(await readdir(cacheDir)).toEqual(["acoustics"]);
  });
});
