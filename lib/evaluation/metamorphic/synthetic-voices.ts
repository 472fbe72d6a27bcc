import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import type { CurrentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { keepResults } from "@/lib/evaluation/kept-results";
import { scoreChanged, type VariantResult } from "@/lib/evaluation/metamorphic/run-changes";
import {
  speakPhrase,
  synthesiserVersions,
  SYNTHETIC_VOICES,
  type SyntheticVoice,
} from "@/lib/evaluation/metamorphic/speak-phrase";
import manifest from "@/public/fixtures/manifest.json";
import bundled from "@/public/fixtures/average.words.json";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, storedAcousticsSchema, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { voiceSpread } from "@/scoring/evaluation/metamorphic/voice-spread";
import { addPinkNoise } from "@/scoring/evaluation/sound-changes/add-pink-noise";
import { amplitudeOf, sampleAt } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { stretchTime } from "@/scoring/evaluation/sound-changes/stretch-time";
import type { TimedWord } from "@/scoring/transcripts/words";

const BASE = "average";
/** The shortest pause between two phrases of the bundled answer is longer. */
const PHRASE_GAP_MS = 150;
const SPEECH_DB = -20;
const ROOM = { speechDb: SPEECH_DB, snrDb: 42, seed: 762 };
const END_MS = 500;

const WORDS: readonly TimedWord[] = bundled.words.map((word) => {
  return { text: word.text, startMs: word.start_ms, endMs: word.end_ms, confidence: null };
});

/** Why the voices could not be compared. */
export interface VoicesMissing {
  readonly reason: string;
  /** The programs are not installed; false: they are, and something else is wrong. */
  readonly toolAbsent: boolean;
}

/** One bundled answer in ten voices at the same timing: differences of the scores of every two. */
export async function runVoices(
  scoring: CurrentScoring,
  { cacheDir }: Pick<EvaluationContext, "cacheDir">,
): Promise<VariantResult | VoicesMissing> {
  const versions = await synthesiserVersions();
  if (versions === null) return { reason: "espeak-ng or flite is not installed", toolAbsent: true };
  const kept = keepResults(path.join(cacheDir, "synthetic-voices"), storedAcousticsSchema.nullable());
  const text = manifest.answers.find(({ key }) => key === BASE)?.prompt ?? "";
  const scored = [];
  for (const voice of SYNTHETIC_VOICES) {
    const made = [versions, voice.program, voice.name, JSON.stringify(WORDS), await voiceFingerprint(voice)];
    const pcm = await kept.get([...made, acousticsFingerprint()], async () => {
      const sound = await speakAnswer(voice, WORDS);
      return sound && toStoredAcoustics(analyseAcoustics(sound));
    });
    if (pcm === null) {
      return { reason: `${voice.program} has no voice "${voice.name}", or could not speak`, toolAbsent: false };
    }
    const answer = { acoustics: fromStoredAcoustics(pcm), words: WORDS };
    scored.push(scoreChanged(answer, { text, type: "past", endMs: null }, scoring));
  }
  const change = { row: "voices", variant: `${SYNTHETIC_VOICES.length} voices` } as const;
  return { change, answers: 1, changes: voiceSpread(scored) };
}

/** What the voice makes of the first phrase, as a hash: a sound that is made differently is measured again. */
async function voiceFingerprint(voice: SyntheticVoice): Promise<string> {
  const sound = await speakAnswer(voice, phrasesOf(WORDS)[0] ?? []);
  return createHash("sha256")
    .update(sound ?? "")
    .digest("hex");
}

async function speakAnswer(voice: SyntheticVoice, words: readonly TimedWord[]): Promise<Float32Array | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "earshot-voice-"));
  try {
    const pcm = new Float32Array(sampleAt((words.at(-1)?.endMs ?? 0) + END_MS));
    for (const phrase of phrasesOf(words)) {
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
