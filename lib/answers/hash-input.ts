import { createHash, webcrypto } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { UnusedTranscript } from "@/scoring/confidence/confidence-facts";
import type { Accommodation, Prompt } from "@/scoring/pipeline/scorer-input";
import type { Transcript } from "@/scoring/transcripts/words";

/** SHA-256 of a file's bytes, hex; read in pieces. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash, signal ? { signal } : {});
  return hash.digest("hex");
}

/**
 * SHA-256 of the decoded samples, hex. Stored with the artifacts, so that a re-score can name its input. Works on a copy
 * in another thread: the sound is measured meanwhile.
 */
export async function hashPcm(pcm: Float32Array): Promise<string> {
  // Memory that threads share is not taken: a copy is.
  const own = pcm.buffer instanceof SharedArrayBuffer ? pcm.slice() : pcm;
  const bytes = Buffer.from(own.buffer, own.byteOffset, own.byteLength);
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

export interface PinnedInput {
  readonly pcmSha256: string;
  readonly transcript: Transcript | null;
  /** Why the transcript that was sent is not used; null when it is, or none was sent. */
  readonly unusedTranscript: UnusedTranscript | null;
  readonly language: string;
  readonly prompt: Prompt | null;
  readonly accommodations: readonly Accommodation[];
  /** Id of the word vectors; null without. */
  readonly vectors: string | null;
}

/** The pin of a result: the same hash and the same model give the same bytes. SHA-256 over all that the scorer saw. */
export function hashInput(input: PinnedInput): string {
  const { pcmSha256, transcript, unusedTranscript, language, prompt, accommodations, vectors } = input;
  // Fields are listed one by one: their order must not depend on how the caller built its objects.
  const words = transcript?.words.map(({ text, startMs, endMs, confidence }) => [text, startMs, endMs, confidence]);
  const question = prompt && [prompt.text, prompt.type, prompt.endMs];
  const source = transcript && [transcript.source, transcript.language, transcript.meanConfidence];
  const canonical = [pcmSha256, source, words ?? null, language, question, accommodations.toSorted(), vectors];
  // At the end and only where there is one, so that the pins of all other results stay what they were.
  if (unusedTranscript !== null) canonical.push(unusedTranscript);
  return createHash("sha256").update(JSON.stringify(canonical)).digest("hex");
}
