import type { CleanAnswer } from "@/lib/evaluation/metamorphic/clean-answers";
import type { EncodedContainer } from "@/lib/evaluation/sound-changes/encode-sound";
import { reencodeSound } from "@/lib/evaluation/sound-changes/reencode-sound";
import type { ChangeName } from "@/scoring/evaluation/metamorphic/change-limits";
import { addPinkNoise } from "@/scoring/evaluation/sound-changes/add-pink-noise";
import { appendSpeech, firstWords } from "@/scoring/evaluation/sound-changes/append-speech";
import { changeGain } from "@/scoring/evaluation/sound-changes/change-gain";
import { insertFillers } from "@/scoring/evaluation/sound-changes/insert-fillers";
import { insertPauses } from "@/scoring/evaluation/sound-changes/insert-pauses";
import { leadIn } from "@/scoring/evaluation/sound-changes/lead-in";
import { limitBand, TELEPHONE_BAND_HZ } from "@/scoring/evaluation/sound-changes/limit-band";
import { pastePhrases, STOCK_EMPATHY_PHRASES } from "@/scoring/evaluation/sound-changes/paste-phrases";
import { roomSound } from "@/scoring/evaluation/sound-changes/room-sound";
import { shiftPitch, vocodeThereAndBack } from "@/scoring/evaluation/sound-changes/shift-pitch";
import { sampleAt, type SpokenAnswer } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { substituteWords } from "@/scoring/evaluation/transcript-changes/substitute-words";
import { swapPeople } from "@/scoring/evaluation/transcript-changes/swap-people";
import { countEnglishSyllables } from "@/scoring/language/packs/en/count-syllables";
import type { TimedWord } from "@/scoring/transcripts/words";

/** One variant of a row of the table. */
export interface AnswerChange {
  readonly row: ChangeName;
  /** Names it among the kept measurements and in the details: "gain +6 dB". */
  readonly variant: string;
  /** The changed answer; null where this machine cannot make it, or there is nothing to change in it. */
  readonly apply: (clean: CleanAnswer, other: CleanAnswer) => Promise<SpokenAnswer | null>;
  /** Only words change, so that the sound need not be analysed again. */
  readonly wordsOnly?: true;
  /** Another answer is part of the changed one. */
  readonly usesOther?: true;
}

const SEED = 762;
const BITS_PER_SECOND = 32_000;
const LEAD_MS = 1_000;
const PAUSES = { count: 6, durationMs: 2_000 };
const TAIL_MS = 30_000;
const FILLERS_PER_HUNDRED = 5;

/** Every change of the table, in its order; the synthetic voices are measured by themselves. */
export const ANSWER_CHANGES: readonly AnswerChange[] = [
  ...[-12, 6].map((gainDb) => sound("gain", `${signed(gainDb)} dB`, (pcm) => changeGain(pcm, gainDb))),
  ...[3, -3].map((steps) => sound("pitch_formants", `${signed(steps)} semitones`, (pcm) => shiftPitch(pcm, steps))),
  sound("vocoder", "there and back", vocodeThereAndBack),
  sound("telephone_band", "300-3,400 Hz", (pcm) => limitBand(pcm, TELEPHONE_BAND_HZ)),
  ...[30, 20, 15].map((snrDb) => noise("noise", snrDb)),
  noise("noise_10db", 10),
  spoken("leading_silence", "room sound", (answer, { acoustics }) =>
    leadIn(answer, roomSound(answer.pcm, acoustics.runs, LEAD_MS)),
  ),
  spoken("leading_silence", "digital silence", (answer) => leadIn(answer, new Float32Array(sampleAt(LEAD_MS)))),
  ...(["mp3", "ogg", "m4a"] as const).map(reencoding),
  words("people", "swapped", (said) => swapPeople(said)),
  ...([10, 20] as const).map((percent) =>
    words(`substitutions_${percent}`, `${percent} %`, (said) =>
      substituteWords(said, { share: percent / 100, seed: SEED, countSyllables: countEnglishSyllables }),
    ),
  ),
  spoken("fillers", "um", (answer, { acoustics }) => insertFillers(answer, acoustics, FILLERS_PER_HUNDRED)),
  spoken("pauses", "six of 2 s", (answer, { acoustics }) => insertPauses(answer, acoustics.runs, PAUSES)),
  offTopic(),
  spoken("stock_phrases", "in the middle", (answer) => pastePhrases(answer, STOCK_EMPATHY_PHRASES)),
];

/** The sound changes, every word stays where it is. */
function sound(row: ChangeName, variant: string, change: (pcm: Float32Array, clean: CleanAnswer) => Float32Array) {
  return spoken(row, variant, ({ pcm, words: said }, clean) => ({ pcm: change(pcm, clean), words: said }));
}

function spoken(
  row: ChangeName,
  variant: string,
  change: (answer: SpokenAnswer, clean: CleanAnswer) => SpokenAnswer,
): AnswerChange {
  const apply = async (clean: CleanAnswer) => change({ pcm: await clean.pcm(), words: clean.words }, clean);
  return { row, variant, apply };
}

/** The words change, the sound stays; an answer in which nothing changes is left out. */
function words(
  row: ChangeName,
  variant: string,
  change: (said: readonly TimedWord[]) => readonly TimedWord[],
): AnswerChange {
  const apply = async (clean: CleanAnswer): Promise<SpokenAnswer | null> => {
    const changed = change(clean.words);
    const same = changed.every(({ text }, i) => text === clean.words[i]?.text);
    return same ? null : { pcm: new Float32Array(0), words: changed };
  };
  return { row, variant, apply, wordsOnly: true };
}

function noise(row: ChangeName, snrDb: number): AnswerChange {
  return sound(row, `${snrDb} dB`, (pcm, { acoustics }) =>
    addPinkNoise(pcm, { speechDb: acoustics.levels.speechDb ?? 0, snrDb, seed: SEED }),
  );
}

function reencoding(container: EncodedContainer): AnswerChange {
  const apply = async (clean: CleanAnswer): Promise<SpokenAnswer | null> => {
    const pcm = await reencodeSound(await clean.pcm(), container, BITS_PER_SECOND);
    return pcm === null ? null : { pcm, words: clean.words };
  };
  return { row: "reencoding", variant: container, apply };
}

/** The speaker's own delivery again, with the words of another answer: only what is said differs. */
function offTopic(): AnswerChange {
  const apply = async (clean: CleanAnswer, other: CleanAnswer): Promise<SpokenAnswer> => {
    const answer = { pcm: await clean.pcm(), words: clean.words };
    const again = firstWords(answer, TAIL_MS);
    const words = again.words.map((word, i) => ({ ...word, text: other.words[i % other.words.length]?.text ?? "" }));
    return appendSpeech(answer, { pcm: again.pcm, words });
  };
  return { row: "off_topic", variant: "30 s", apply, usesOther: true };
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}
