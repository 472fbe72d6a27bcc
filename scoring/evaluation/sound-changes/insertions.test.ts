import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { join, rootMeanSquare, silence, syllables, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";
import { appendSpeech, firstWords } from "@/scoring/evaluation/sound-changes/append-speech";
import { insertFillers } from "@/scoring/evaluation/sound-changes/insert-fillers";
import { insertPauses } from "@/scoring/evaluation/sound-changes/insert-pauses";
import { insertSounds } from "@/scoring/evaluation/sound-changes/insert-sounds";
import { leadIn } from "@/scoring/evaluation/sound-changes/lead-in";
import { pastePhrases, STOCK_EMPATHY_PHRASES } from "@/scoring/evaluation/sound-changes/paste-phrases";
import { roomSound } from "@/scoring/evaluation/sound-changes/room-sound";
import { lengthMs, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";

const TEXT = "we saw the old house by the lake. then our bus came and we went home. it was a long day for all of us.";

/** Twenty-odd words of one syllable each, 200 ms apart, in a faintly noisy room. */
function answer(text = TEXT): SpokenAnswer {
  const words = text.split(" ").map((word, i) => ({
    text: word,
    startMs: 800 + 200 * i,
    endMs: 1_000 + 200 * i,
    confidence: null,
  }));
  const speech = join(silence(800), syllables(words.length), silence(800));
  const room = whiteNoise(lengthMs(speech), 0.001);
  return { pcm: speech.map((sample, i) => sample + (room[i] ?? 0)), words };
}

const runsOf = ({ pcm }: SpokenAnswer) => analyseAcoustics(pcm).runs;
const texts = ({ words }: SpokenAnswer): string[] => words.map(({ text }) => text);

describe("insertSounds", () => {
  it("moves every later word with its sound, and changes nothing else", () => {
    const piece = fc.record({ atMs: fc.integer({ min: 0, max: 6_000 }), ms: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const plain = answer();
        const ascending = pieces.toSorted((a, b) => a.atMs - b.atMs);
        const longer = insertSounds(
          plain,
          ascending.map(({ atMs, ms }) => ({ atMs, pcm: silence(ms), words: [] })),
        );
        const added = pieces.reduce((sum, { ms }) => sum + ms, 0);
        expect(lengthMs(longer.pcm)).toBeCloseTo(lengthMs(plain.pcm) + added, 6);
        expect(texts(longer)).toEqual(texts(plain));
        for (const [i, word] of plain.words.entries()) {
          const before = ascending.filter(({ atMs }) => atMs <= (word.startMs + word.endMs) / 2);
          const moved = before.reduce((sum, { ms }) => sum + ms, 0);
          expect(longer.words[i]?.startMs).toBeCloseTo(word.startMs + moved, 6);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("leadIn", () => {
  it("puts room sound before the answer", () => {
    const plain = answer();
    const later = leadIn(plain, roomSound(plain.pcm, runsOf(plain), 1_000));
    expect(later.words[0]?.startMs).toBe(1_800);
    expect(rootMeanSquare(later.pcm.subarray(0, 15_000))).toBeCloseTo(0.001, 3);
  });

  it("is silent for a recording without a pause", () => {
    const pcm = syllables(10);
    expect(roomSound(pcm, [{ startMs: 0, endMs: 2_000 }], 100)).toEqual(silence(100));
  });
});

describe("insertPauses", () => {
  it("are heard between words that belong together", () => {
    const plain = answer();
    const paused = insertPauses(plain, runsOf(plain), { count: 3, durationMs: 2_000 });
    expect(runsOf(paused).length).toBe(runsOf(plain).length + 3);
    const gaps = paused.words.slice(1).flatMap(({ startMs }, i) => {
      const word = paused.words[i];
      return word !== undefined && startMs - word.endMs > 1_900 ? [word.text] : [];
    });
    expect(gaps).toHaveLength(3);
    expect(gaps.some((text) => text.endsWith("."))).toBe(false);
  });
});

describe("insertFillers", () => {
  it("puts so many in a hundred words, in the sound too", () => {
    const plain = answer(Array.from({ length: 4 }, () => TEXT).join(" "));
    const acoustics = analyseAcoustics(plain.pcm);
    const filled = insertFillers(plain, acoustics, 5);
    const added = Math.round(0.05 * plain.words.length);
    expect(texts(filled).filter((text) => text === "um")).toHaveLength(added);
    expect(texts(filled).filter((text) => text !== "um")).toEqual(texts(plain));
    expect(lengthMs(filled.pcm)).toBeCloseTo(lengthMs(plain.pcm) + 350 * added, 6);
    const um = filled.words.find(({ text }) => text === "um");
    const sound = filled.pcm.subarray(16 * ((um?.startMs ?? 0) + 60), 16 * ((um?.endMs ?? 0) - 60));
    const belowSpeechDb = 20 * Math.log10(rootMeanSquare(sound)) - (acoustics.levels.speechDb ?? NaN);
    expect(belowSpeechDb).toBeGreaterThan(-8);
    expect(belowSpeechDb).toBeLessThan(-3);
  });
});

describe("appendSpeech", () => {
  it("adds whole words of another answer after the end", () => {
    const plain = answer();
    const more = firstWords(answer("one two three four five"), 1_700);
    expect(texts(more)).toEqual(["one", "two", "three", "four"]);
    const longer = appendSpeech(plain, more);
    expect(texts(longer)).toEqual([...texts(plain), "one", "two", "three", "four"]);
    expect(longer.words.at(-4)?.startMs).toBeCloseTo(lengthMs(plain.pcm) + 800, 6);
  });
});

describe("pastePhrases", () => {
  it("stand together at a sentence end, with as much sound as so many words have", () => {
    const plain = answer(Array.from({ length: 3 }, () => TEXT).join(" "));
    const pasted = pastePhrases(plain, STOCK_EMPATHY_PHRASES);
    const phraseWords = STOCK_EMPATHY_PHRASES.join(" ").split(" ");
    const first = texts(pasted).indexOf("completely") - 1;
    expect(texts(pasted).slice(first, first + phraseWords.length)).toEqual(phraseWords);
    expect(texts(pasted)[first - 1]).toMatch(/\.$/);
    expect(lengthMs(pasted.pcm)).toBeCloseTo(lengthMs(plain.pcm) + 200 * phraseWords.length, 6);
  });
});
