import path from "node:path";
import { hashFile } from "@/lib/answers/hash-input";
import { acousticsFingerprint } from "@/lib/evaluation/acoustics-fingerprint";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import { fromKeptPhones, keptPhonesSchema, toKeptPhones } from "@/lib/evaluation/kept-phones";
import { keepResults } from "@/lib/evaluation/kept-results";
import { mapConcurrently } from "@/lib/evaluation/map-concurrently";
import { EarshotError } from "@/lib/errors/error-codes";
import { decodeRecording } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { createPhoneAligner, type PhoneAligner } from "@/lib/recognition/phone-aligner";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, storedAcousticsSchema, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import type { MeasuredUtterance } from "@/scoring/read-speech/measured-utterance";
import { wordsOfPhones } from "@/scoring/read-speech/words-of-phones";
import { splitWords } from "@/scoring/transcripts/split-words";

/** Enough that two aligner children always have work while this process decodes and analyses the next. */
const AT_ONCE = 4;
const LINES_OF_PROGRESS = 10;

/** A recording of one sentence and the text that was to be read. */
export interface UtteranceSource {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
}

/** A measured recording and the hash of its file, for what is measured on top of it. */
export interface MeasuredRecording extends MeasuredUtterance {
  readonly fileSha256: string;
}

export interface MeasureOptions {
  /** Measurements are kept here, by the file's bytes and what measured them. */
  readonly cacheDir: string;
  readonly progress: (line: string) => void;
  /** false: acoustics alone, a tenth of the time; `words` stay empty and `phones` null. */
  readonly phones?: boolean;
  /** One with two children is made, and closed at the end, by default. */
  readonly aligner?: PhoneAligner;
}

/**
 * Decodes, analyses and aligns every recording, in order; what was measured before is read from the cache: 1,200
 * sentences take about ten minutes of two cores once, seconds afterwards.
 *
 * @throws EvaluationDataError for a recording that is missing or cannot be decoded
 */
export async function measureUtterances<Source extends UtteranceSource>(
  sources: readonly Source[],
  options: MeasureOptions,
): Promise<(Source & MeasuredRecording)[]> {
  const aligner = options.aligner ?? createPhoneAligner();
  const kept = keptOf(options.cacheDir);
  let done = 0;
  const step = Math.max(1, Math.ceil(sources.length / LINES_OF_PROGRESS));
  try {
    return await mapConcurrently(sources, AT_ONCE, async (source) => {
      const measured = await measureUtterance(source, kept, options.phones === false ? null : aligner);
      done += 1;
      if (done % step === 0) options.progress(`${done} of ${sources.length} recordings measured`);
      return { ...source, ...measured };
    });
  } finally {
    if (!options.aligner) await aligner.close();
  }
}

type Kept = ReturnType<typeof keptOf>;

function keptOf(cacheDir: string) {
  return {
    acoustics: keepResults(path.join(cacheDir, "acoustics"), storedAcousticsSchema),
    phones: keepResults(path.join(cacheDir, "phones"), keptPhonesSchema),
  };
}

async function measureUtterance(
  source: UtteranceSource,
  kept: Kept,
  aligner: PhoneAligner | null,
): Promise<MeasuredRecording> {
  const { file, text } = source;
  const fileSha256 = await hashFile(file).catch(() => {
    throw new EvaluationDataError(`${file} is missing or cannot be read`);
  });
  let decoded: Promise<Float32Array> | null = null;
  const pcm = (): Promise<Float32Array> => (decoded ??= decodeForEvaluation(file));
  const stored = await kept.acoustics.get([fileSha256, acousticsFingerprint()], async () =>
    toStoredAcoustics(analyseAcoustics(await pcm())),
  );
  const acoustics = fromStoredAcoustics(stored);
  if (aligner === null) return { text, acoustics, words: [], phones: null, fileSha256 };
  const written = splitWords(text);
  const phones = fromKeptPhones(
    await kept.phones.get([fileSha256, aligner.id, text], async () =>
      toKeptPhones(await aligner.align(await pcm(), written)),
    ),
  );
  const words = phones === null ? [] : wordsOfPhones(written, phones.aligned);
  return { text, acoustics, words, phones, fileSha256 };
}

/** 16 kHz mono samples of a data file. @throws EvaluationDataError when it cannot be decoded */
export async function decodeForEvaluation(file: string): Promise<Float32Array> {
  try {
    return (await decodeRecording(file, { limits: DEFAULT_MEDIA_LIMITS })).pcm;
  } catch (error) {
    if (error instanceof EarshotError) throw new EvaluationDataError(`${file}: ${error.detail}`);
    throw error;
  }
}
