import { FRAME_STEP_MS, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";
import type { MeasuredUtterance } from "@/scoring/read-speech/measured-utterance";
import type { AlignedPhone } from "@/scoring/transcripts/phones";

/** Phones of a word, or a pause in ms. */
export type Said = { readonly word: string; readonly phones: readonly SaidPhone[] } | { readonly pauseMs: number };
/** [phone, length in ms, goodness a frame (0 when left out)]. */
export type SaidPhone = readonly [phone: string, ms: number, goodness?: number];

/** ln likelihood a frame of the free phones; aligned ones are better or worse than it by their goodness. */
const FREE_A_FRAME = -3;

export interface SoundSettings {
  readonly runs?: readonly Interval[];
  readonly f0HzAt?: (ms: number) => number;
  readonly energyDbAt?: (ms: number) => number;
}

/** A sentence that was said as listed, from the first millisecond on; free phones are the same phones at -3 a frame. */
export function makeUtterance(said: readonly Said[], sound: SoundSettings = {}): MeasuredUtterance {
  const aligned: AlignedPhone[] = [];
  const texts: string[] = [];
  let ms = 0;
  const add = (phone: string, lengthMs: number, word: number | null, goodness: number): void => {
    const logLikelihood = (FREE_A_FRAME + goodness) * (lengthMs / FRAME_STEP_MS);
    aligned.push({ phone, startMs: ms, endMs: (ms += lengthMs), word, logLikelihood });
  };
  for (const part of said) {
    if ("pauseMs" in part) add("SIL", part.pauseMs, null, 0);
    else {
      for (const [phone, lengthMs, goodness = 0] of part.phones) add(phone, lengthMs, texts.length, goodness);
      texts.push(part.word);
    }
  }
  const free = aligned.map(({ phone, startMs, endMs }) => {
    return { phone, startMs, endMs, logLikelihood: (FREE_A_FRAME * (endMs - startMs)) / FRAME_STEP_MS };
  });
  return { text: texts.join(" "), acoustics: makeAcoustics(ms, sound), words: [], phones: { aligned, free } };
}

function makeAcoustics(durationMs: number, sound: SoundSettings): AcousticArtifacts {
  const count = Math.floor(durationMs / FRAME_STEP_MS);
  const of = (value: (ms: number) => number): Float32Array =>
    Float32Array.from({ length: count }, (_, k) => value(k * FRAME_STEP_MS));
  return {
    version: "acoustics@1",
    durationMs,
    frames: {
      count,
      firstCentreMs: 0,
      energyDb: of(sound.energyDbAt ?? (() => -20)),
      f0Hz: of(sound.f0HzAt ?? (() => 200)),
    },
    runs: sound.runs ?? [{ startMs: 0, endMs: durationMs }],
    nucleiMs: [],
    hesitations: [],
    levels: { speechDb: -20, noiseDb: -60, snrDb: 40, clippedShare: 0, gainControlSuspected: false },
  };
}
