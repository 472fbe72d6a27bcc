import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { readTranscript } from "@/lib/answers/read-transcript";
import { decodeRecording } from "@/lib/media/decode-recording";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { PROMPT_TYPES, type Prompt } from "@/scoring/pipeline/scorer-input";
import type { TimedWord } from "@/scoring/transcripts/words";

const FIXTURE = "strong";
const LIMITS = { maxBytes: 200 * 1024 * 1024, maxSeconds: 900 };
const SAMPLES_PER_MS = SAMPLE_RATE_HZ / 1_000;

const manifestSchema = z.object({
  answers: z.array(
    z.object({
      key: z.string(),
      file: z.string(),
      words: z.string(),
      prompt: z.string(),
      prompt_type: z.enum(PROMPT_TYPES),
    }),
  ),
});

/** A bundled answer said again and again: speech with its pauses and words, of any length. */
export interface LoopedAnswer {
  readonly prompt: Prompt;
  /** 16 kHz mono. */
  pcm(seconds: number): Float32Array;
  /** The words that end within the time. */
  words(seconds: number): readonly TimedWord[];
}

/** @throws Error when the checkout's `public/fixtures` is not whole */
export async function loadLoopedAnswer(root: string): Promise<LoopedAnswer> {
  const folder = path.join(root, "public", "fixtures");
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
  const fixture = manifest.answers.find(({ key }) => key === FIXTURE);
  if (!fixture) throw new Error(`public/fixtures holds no answer "${FIXTURE}".`);
  const { pcm } = await decodeRecording(path.join(folder, fixture.file), { limits: LIMITS });
  const parsed = readTranscript({ text: await readFile(path.join(folder, fixture.words), "utf8") });
  if (parsed.kind !== "timed_words") throw new Error(`The words of the answer "${FIXTURE}" have no times.`);
  const { words } = parsed;
  return {
    prompt: { text: fixture.prompt, type: fixture.prompt_type, endMs: null },
    pcm: (seconds) => repeatSamples(pcm, seconds * SAMPLE_RATE_HZ),
    words: (seconds) => repeatWords(words, pcm.length / SAMPLES_PER_MS, seconds * 1_000),
  };
}

function repeatSamples(samples: Float32Array, length: number): Float32Array {
  const out = new Float32Array(length);
  for (let at = 0; at < length; at += samples.length) out.set(samples.subarray(0, length - at), at);
  return out;
}

function repeatWords(words: readonly TimedWord[], periodMs: number, untilMs: number): TimedWord[] {
  const out: TimedWord[] = [];
  for (let fromMs = 0; fromMs < untilMs; fromMs += periodMs) {
    for (const { startMs, endMs, ...word } of words) {
      if (fromMs + endMs <= untilMs) out.push({ ...word, startMs: fromMs + startMs, endMs: fromMs + endMs });
    }
  }
  return out;
}
