import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { decodeRecording } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { makeWav } from "@/lib/media/testing/make-wav";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { parseTranscript } from "@/scoring/transcripts/parse-transcript";
import type { TimedWord } from "@/scoring/transcripts/words";

const FIXTURES = path.resolve(import.meta.dirname, "../../../public/fixtures");
const MARGIN_MS = 200;

/** One sentence of a bundled answer (synthetic voice, text of this project). */
export interface MadeUpSentence {
  readonly text: string;
  readonly pcm: Float32Array;
  /** Its words with their true times from the start of `pcm`. */
  readonly words: readonly TimedWord[];
}

/** The first sentences of a bundled answer, each with a little room before and after. */
export async function madeUpSentences(file: string, count: number): Promise<MadeUpSentence[]> {
  const key = path.parse(file).name;
  const outcome = parseTranscript(await readFile(path.join(FIXTURES, `${key}.words.json`), "utf8"));
  if (!outcome.ok || outcome.parsed.kind !== "timed_words") throw new Error(`${key} has no timed words`);
  const { pcm } = await decodeRecording(path.join(FIXTURES, file), { limits: DEFAULT_MEDIA_LIMITS });
  const sentences: TimedWord[][] = [[]];
  for (const word of outcome.parsed.words) {
    sentences.at(-1)?.push(word);
    if (/[.!?]$/.test(word.text)) sentences.push([]);
  }
  return sentences
    .filter((words) => words.length > 0)
    .slice(0, count)
    .map((words) => cut(pcm, words));
}

function cut(pcm: Float32Array, words: readonly TimedWord[]): MadeUpSentence {
  const fromMs = Math.max(0, (words[0]?.startMs ?? 0) - MARGIN_MS);
  const toMs = (words.at(-1)?.endMs ?? 0) + MARGIN_MS;
  const perMs = SAMPLE_RATE_HZ / 1_000;
  return {
    text: words.map(({ text }) => text.toLowerCase().replace(/[^a-z']/g, "")).join(" "),
    pcm: pcm.slice(Math.round(fromMs * perMs), Math.round(toMs * perMs)),
    words: words.map((word) => ({ ...word, startMs: word.startMs - fromMs, endMs: word.endMs - fromMs })),
  };
}

/** Somebody who reads sentences and what five made-up experts say of all of them, 0-10. */
export interface MadeUpSpeaker {
  readonly id: string;
  readonly ageYears: number;
  readonly gender: "f" | "m";
  readonly sentences: readonly MadeUpSentence[];
  readonly opinions: readonly [number, number, number, number, number];
}

/** Writes `dataDir`/so762_train as the real one is laid out (the recordings are WAV inside: decoding goes by content). */
export async function writeMadeUpSo762(dataDir: string, speakers: readonly MadeUpSpeaker[]): Promise<void> {
  const folder = path.join(dataDir, "so762_train");
  await mkdir(path.join(folder, "flac"), { recursive: true });
  const experts = [1, 2, 3, 4, 5];
  const columns = ["fluency", "prosodic"].flatMap((scale) => experts.map((expert) => `${scale}_${expert}`));
  const lines = [["utt", "speaker", "age", "gender", "text", ...columns].join(",")];
  for (const { id, ageYears, gender, sentences, opinions } of speakers) {
    for (const [index, { text, pcm }] of sentences.entries()) {
      const utt = `${id}x${index}`;
      lines.push([utt, id, ageYears, gender, text, ...opinions, ...opinions].join(","));
      const wav = makeWav({ sampleRateHz: SAMPLE_RATE_HZ, coding: "s16", channels: [[...pcm]] });
      await writeFile(path.join(folder, "flac", `${utt}.flac`), wav);
    }
  }
  await writeFile(path.join(folder, "labels.csv"), `${lines.join("\n")}\n`);
}
