import { afterAll, expect, test } from "vitest";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import type { ParsedTranscript } from "@/scoring/transcripts/words";

const aligner = createSoundswallowerAligner({ children: 1 });
afterAll(() => aligner.close());

/** A steady hum with harmonics: sound, but nobody's words. */
const HUM = new Float32Array(16_000 * 4).map((_, index) =>
  [1, 2, 3, 4].reduce((sum, k) => sum + Math.sin((index * k * 2 * Math.PI * 120) / 16_000) / (10 * k), 0),
);
const ACOUSTICS = analyseAcoustics(HUM);

function textOf(text: string): ParsedTranscript {
  return { kind: "cues", cues: [{ text, startMs: null, endMs: null }] };
}

test.each([
  [
    "more words than the sound has room for",
    "I would like to apologise for the trouble that this has caused. ".repeat(20),
  ],
  [
    "words that were never said",
    "I would like to apologise for the trouble that this has caused you today, and I will call back.",
  ],
  ["no word that the language can say", "привет как дела"],
])("%s are refused, and the aligner is still there afterwards", async (_, text) => {
  const outcome = await aligner.align(HUM, textOf(text), { language: "en", acoustics: ACOUSTICS });
  expect(outcome).toMatchObject({ ok: false, reason: { code: "transcript_mismatch" } });
});

test("each written word gets one time, in order and inside the recording, whatever it is spelled like", async () => {
  const outcome = await aligner.align(HUM, textOf("Um, $5 — Zendesk привет OK."), {
    language: "en-GB",
    acoustics: ACOUSTICS,
  });
  if (!outcome.ok) throw new Error(outcome.reason.detail);
  const { words, source, meanConfidence } = outcome.transcript;
  expect(words.map((word) => word.text)).toEqual(["Um,", "$5", "Zendesk", "привет", "OK."]);
  expect({ source, meanConfidence }).toEqual({ source: "aligned", meanConfidence: null });
  words.forEach((word, index) => {
    expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.startMs ?? 0);
    expect(word.endMs).toBeGreaterThanOrEqual(word.startMs);
    expect(word.endMs).toBeLessThanOrEqual(4_000);
  });
});

test("a French text is laid out with the French model", async () => {
  const outcome = await aligner.align(HUM, textOf("Bonjour, l'homme de Gnafron."), {
    language: "fr",
    acoustics: ACOUSTICS,
  });
  expect(outcome).toMatchObject({ ok: true, transcript: { source: "aligned", language: "fr" } });
});

test("a language without a model is refused by name", async () => {
  expect(aligner.supports("de")).toBe(false);
  const outcome = await aligner.align(HUM, textOf("Guten Tag"), { language: "de", acoustics: ACOUSTICS });
  expect(outcome).toMatchObject({ ok: false, reason: { code: "unsupported_language" } });
});

test("an aborted alignment rejects, and the next one is answered", async () => {
  const stop = new AbortController();
  const options = { language: "en", acoustics: ACOUSTICS };
  const running = aligner.align(HUM, textOf("one two three"), { ...options, signal: stop.signal });
  stop.abort();
  await expect(running).rejects.toMatchObject({ reason: "aborted" });
  expect(await aligner.align(HUM, textOf("one two three"), options)).toMatchObject({ ok: true });
});
