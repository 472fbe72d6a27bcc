import fc from "fast-check";
import { expect, test } from "vitest";
import { alignmentFit, fitsInPart, LOWEST_ALIGNMENT_FIT } from "@/lib/recognition/check-alignment";
import { findWords } from "@/lib/recognition/find-words";
import { spreadWords } from "@/lib/recognition/spread-words";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";
import type { ParsedTranscript, TimedWord } from "@/scoring/transcripts/words";

/** A recording of four syllables a second inside the given runs. */
function acousticsOf(runs: Interval[], durationMs: number): AcousticArtifacts {
  const nucleiMs = runs.flatMap(({ startMs, endMs }) =>
    Array.from({ length: Math.floor((endMs - startMs) / 250) }, (_, index) => startMs + 125 + index * 250),
  );
  return {
    version: "acoustics@1",
    durationMs,
    frames: { count: 0, firstCentreMs: 0, energyDb: new Float32Array(), f0Hz: new Float32Array() },
    runs,
    nucleiMs,
    hesitations: [],
    levels: { speechDb: null, noiseDb: -60, snrDb: null, clippedShare: 0, gainControlSuspected: false },
  };
}

const RUNS = [
  { startMs: 500, endMs: 4_750 },
  { startMs: 7_000, endMs: 12_000 },
];
const ACOUSTICS = acousticsOf(RUNS, 13_000);

/** A word of one syllable every 250 ms of speech. */
function wordsOn(runs: Interval[]): TimedWord[] {
  return acousticsOf(runs, 0).nucleiMs.map((ms) => ({
    text: "word",
    startMs: ms - 125,
    endMs: ms + 125,
    confidence: 0.5,
  }));
}

function token(lengthMs: number, probability = 0.9) {
  return { word: 0, startMs: 0, endMs: lengthMs, probability, phones: 4 };
}

async function find(parsed: ParsedTranscript | null, language = "en") {
  const outcome = await findWords({ pcm: new Float32Array(13 * 16_000), parsed, language, acoustics: ACOUSTICS });
  return outcome.ok ? outcome.transcript : `${outcome.reason.code}: ${outcome.reason.detail}`;
}

test("word times on the speech are taken as supplied, with their mean confidence", async () => {
  const words = wordsOn(RUNS);
  expect(await find({ kind: "timed_words", words })).toEqual({
    source: "supplied",
    language: "en",
    words,
    meanConfidence: 0.5,
  });
});

test.each([
  [
    "words beyond the end",
    wordsOn([RUNS[0] ?? { startMs: 0, endMs: 0 }, { startMs: 14_000, endMs: 19_000 }]),
    /recording is 13\.0 s long/,
  ],
  ["words in the pauses", [{ text: "no", startMs: 5_600, endMs: 6_900, confidence: null }], /on speech/],
  ["words for a fifth of the speech", wordsOn([{ startMs: 500, endMs: 2_500 }]), /covers only/],
  ["far too many words", wordsOn(RUNS).flatMap((word) => [word, word, word, word, word]), /syllables/],
])("%s are refused as another recording's", async (_, words, reason) => {
  expect(await find({ kind: "timed_words", words })).toMatch(/^transcript_mismatch: /);
  expect(await find({ kind: "timed_words", words })).toMatch(reason);
});

test.each(["transcript_doubtful", "alignment_failed"] as const)(
  "what the aligner says of text is handed on: %s",
  async (code) => {
    const outcome = { ok: false, reason: { code, detail: "why" } } as const;
    const aligner = { id: "told", supports: () => true, align: () => Promise.resolve(outcome) };
    const cues = [{ text: "word ".repeat(40), startMs: null, endMs: null }];
    const input = { pcm: new Float32Array(13 * 16_000), language: "en", acoustics: ACOUSTICS, aligner };
    expect(await findWords({ ...input, parsed: { kind: "cues", cues } })).toEqual(outcome);
  },
);

test("without a transcript the reason is that no recogniser is connected", async () => {
  expect(await find(null)).toMatch(/^no_recogniser: /);
});

test("cues in a language without an aligner get estimated times inside their cue", async () => {
  const cues = [
    { text: "hola buenos dias a todos", startMs: 500, endMs: 5_500 },
    { text: "gracias por la llamada", startMs: 7_000, endMs: 12_000 },
  ];
  const transcript = await find({ kind: "cues", cues }, "es");
  expect(transcript).toMatchObject({ source: "estimated", language: "es", meanConfidence: null });
  const words = typeof transcript === "string" ? [] : transcript.words;
  expect(words.map((word) => word.text).join(" ")).toBe(cues.map((cue) => cue.text).join(" "));
  words.forEach((word, index) => {
    const cue = index < 5 ? cues[0] : cues[1];
    expect(word.startMs).toBeGreaterThanOrEqual(cue?.startMs ?? 0);
    expect(word.endMs).toBeLessThanOrEqual(cue?.endMs ?? 0);
  });
});

test("estimated words ascend, do not overlap and stay inside the recording", () => {
  const text = fc.array(fc.constantFrom("sí,", "mañana", "我们", "привет", "3", "...", "internacionalmente"), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, fc.boolean(), (tokens, timed) => {
      const cue = timed ? { startMs: 1_000, endMs: 9_000 } : { startMs: null, endMs: null };
      const words = spreadWords([{ text: tokens.join(" "), ...cue }], ACOUSTICS);
      words.forEach((word, index) => {
        expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
        expect(word.endMs).toBeGreaterThanOrEqual(word.startMs);
        expect(word.endMs).toBeLessThanOrEqual(13_000);
      });
    }),
  );
});

test("a text of which a good half fits belongs in part; one that fits nowhere does not", () => {
  const tokens = (probability: (index: number) => number) =>
    Array.from({ length: 100 }, (_, index) => token(300 + (index % 5) * 40, probability(index)));
  const part = tokens((index) => (index < 60 ? 0.9 : 0.33));
  expect(alignmentFit(part)).toBeLessThan(LOWEST_ALIGNMENT_FIT);
  expect(fitsInPart(part)).toBe(true);
  const nowhere = tokens(() => 0.6);
  expect(alignmentFit(nowhere)).toBeGreaterThan(-0.6);
  expect(fitsInPart(nowhere)).toBe(false);
  expect(fitsInPart(part.slice(0, 19))).toBe(false);
});

test("evenly spoken, well fitting words belong; squeezed and stretched ones do not", () => {
  const belongs = Array.from({ length: 20 }, (_, index) => token(300 + (index % 5) * 40));
  const forced = Array.from({ length: 20 }, (_, index) => token(index % 3 === 0 ? 2_000 : 120));
  expect(alignmentFit(belongs)).toBeGreaterThan(LOWEST_ALIGNMENT_FIT);
  expect(alignmentFit(forced)).toBeLessThan(LOWEST_ALIGNMENT_FIT);
  expect(alignmentFit(belongs.slice(0, 7))).toBeNull();
});
