import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import type { CurrentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { keepResults } from "@/lib/evaluation/kept-results";
import { scoreChanged, type VariantResult } from "@/lib/evaluation/metamorphic/run-changes";
import { speakPhrase, SYNTHETIC_VOICES, type SyntheticVoice } from "@/lib/evaluation/metamorphic/speak-phrase";
import manifest from "@/public/fixtures/manifest.json";
import bundled from "@/public/fixtures/average.words.json";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, storedAcousticsSchema, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { voiceSpread } from "@/scoring/evaluation/metamorphic/voice-spread";
import { addPinkNoise } from "@/scoring/evaluation/sound-changes/add-pink-noise";
import { amplitudeOf, sampleAt } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { stretchTime } from "@/scoring/evaluation/sound-changes/stretch-time";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Raised when the sound is made differently. */
const VOICES_VERSION = "voices@1";
const BASE = "average";
/** The shortest pause between two phrases of the bundled answer is longer. */
const PHRASE_GAP_MS = 150;
const SPEECH_DB = -20;
const ROOM = { speechDb: SPEECH_DB, snrDb: 42, seed: 762 };
const END_MS = 500;

const WORDS: readonly TimedWord[] = bundled.words.map((word) => {
  return { text: word.text, startMs: word.start_ms, endMs: word.end_ms, confidence: null };
});

/** One bundled answer in ten voices at the same timing: distances of the scores from their mean; null without the voices. */
export async function runVoices(
  scoring: CurrentScoring,
  { cacheDir }: Pick<EvaluationContext, "cacheDir">,
): Promise<VariantResult | null> {
  const kept = keepResults(path.join(cacheDir, "synthetic-voices"), storedAcousticsSchema.nullable());
  const text = manifest.answers.find(({ key }) => key === BASE)?.prompt ?? "";
  const scored = [];
  for (const voice of SYNTHETIC_VOICES) {
    const made = [VOICES_VERSION, voice.program, voice.name, JSON.stringify(WORDS), acousticsFingerprint()];
    const pcm = await kept.get(made, async () => {
      const sound = await speakAnswer(voice);
      return sound && toStoredAcoustics(analyseAcoustics(sound));
    });
    if (pcm === null) return null;
    const answer = { acoustics: fromStoredAcoustics(pcm), words: WORDS };
    scored.push(scoreChanged(answer, { text, type: "past", endMs: null }, scoring));
  }
  const change = { row: "voices", variant: `${SYNTHETIC_VOICES.length} voices` } as const;
  return { change, answers: 1, changes: voiceSpread(scored) };
}

async function speakAnswer(voice: SyntheticVoice): Promise<Float32Array | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "earshot-voice-"));
  try {
    const pcm = new Float32Array(sampleAt((WORDS.at(-1)?.endMs ?? 0) + END_MS));
    for (const phrase of phrasesOf(WORDS)) {
      const text = phrase.map((word) => word.text).join(" ");
      const said = await speakPhrase(text, voice, path.join(folder, "phrase.wav"));
      if (said === null) return null;
      const start = sampleAt(phrase[0]?.startMs ?? 0);
      const length = sampleAt(phrase.at(-1)?.endMs ?? 0) - start;
      pcm.set(atSpeechLevel(stretchTime(said, length / said.length)).subarray(0, pcm.length - start), start);
    }
    return addPinkNoise(pcm, ROOM);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function phrasesOf(words: readonly TimedWord[]): TimedWord[][] {
  const phrases: TimedWord[][] = [];
  let endMs = -Infinity;
  for (const word of words) {
    if (word.startMs - endMs >= PHRASE_GAP_MS) phrases.push([]);
    phrases.at(-1)?.push(word);
    endMs = word.endMs;
  }
  return phrases;
}

/** Synthesisers differ in level; that is not what is asked here. */
function atSpeechLevel(pcm: Float32Array): Float32Array {
  const rms = Math.sqrt(pcm.reduce((sum, value) => sum + value ** 2, 0) / Math.max(1, pcm.length));
  const factor = rms === 0 ? 0 : amplitudeOf(SPEECH_DB) / rms;
  return pcm.map((value) => value * factor);
}
