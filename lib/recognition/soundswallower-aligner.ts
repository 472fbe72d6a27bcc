import { createChildPool } from "@/lib/child-process/child-pool";
import { ChildFailure } from "@/lib/child-process/child-failure";
import type { AlignedToken, AlignmentRequest, AlignmentResponse } from "@/lib/recognition/alignment-messages";
import { alignmentModelOf } from "@/lib/recognition/alignment-model";
import { alignmentFit, fitsInPart, LOWEST_ALIGNMENT_FIT, LOWEST_SQUEEZED_FIT } from "@/lib/recognition/check-alignment";
import { squeezePauses, type SqueezedSound } from "@/lib/recognition/squeeze-pauses";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { Aligner, NoWordsReason, Pcm, WordsOutcome } from "@/scoring/transcripts/ports";
import { splitWords } from "@/scoring/transcripts/split-words";
import type { ParsedTranscript, TimedWord } from "@/scoring/transcripts/words";

/** Fifteen times the measured cost (0.02 s a second of sound), for slow and busy machines; loading the model comes on top. */
const TIMEOUT_PER_AUDIO_SECOND_MS = 300;
const TIMEOUT_BASE_MS = 30_000;
/** The model and the search live in WebAssembly memory; the JavaScript heap only sees words. */
const MAX_OLD_SPACE_MB = 256;

export interface SoundswallowerAligner extends Aligner {
  /** `align`, and how well the text fits the sound: what the outcome was decided by. */
  alignWithFit(...input: Parameters<Aligner["align"]>): Promise<FittedOutcome>;
  close(): Promise<void>;
}

export interface FittedOutcome {
  readonly outcome: WordsOutcome;
  /** The better fit of the passes that were made (`alignmentFit`); null where no path was found or words are too few. */
  readonly fit: number | null;
}

/**
 * Finds the times of a known text in the whole recording (cutting pauses out by speech runs loses words in noise, where
 * runs miss speech) with SoundSwallower, in supervised child processes (`children` answers at once).
 * English and French. Outcomes: the words; `transcript_doubtful` when the text fits the sound only in part;
 * `transcript_mismatch` when it does not fit;
 * `alignment_failed` when the aligner broke or took too long. An abort rejects with a ChildFailure.
 *
 * A text that does not fit the whole is tried once more with the long pauses shortened: the breath and noise of long
 * pauses, as a person who stutters makes them, can draw words away from where they were said.
 */
export function createSoundswallowerAligner({ children = 2 } = {}): SoundswallowerAligner {
  const pool = createChildPool<AlignmentRequest, AlignmentResponse>(
    { entry: "aligner-child", timeoutMs: TIMEOUT_BASE_MS, maxOldSpaceMb: MAX_OLD_SPACE_MB },
    children,
  );
  const alignWithFit: SoundswallowerAligner["alignWithFit"] = async (pcm, parsed, { language, acoustics, signal }) => {
    const model = alignmentModelOf(language);
    if (model === null) return failure("unsupported_language", `There is no aligner for the language "${language}".`);
    const words = transcriptWords(parsed);
    const job = { pool, model, words, language, ...(signal && { signal }) };
    const whole = await alignIn(job, wholeSound(pcm), LOWEST_ALIGNMENT_FIT);
    const { outcome } = whole;
    if (outcome.ok || outcome.reason.code === "alignment_failed" || acoustics.runs.length === 0) return whole;
    const squeezed = await alignIn(job, squeezePauses(pcm, acoustics.runs), LOWEST_SQUEEZED_FIT);
    return { outcome: squeezed.outcome.ok ? squeezed.outcome : outcome, fit: betterFit(whole.fit, squeezed.fit) };
  };
  return {
    id: "soundswallower@0.6.3",
    supports: (language) => alignmentModelOf(language) !== null,
    close: () => pool.close(),
    alignWithFit,
    align: async (...input) => (await alignWithFit(...input)).outcome,
  };
}

interface AlignmentJob {
  readonly pool: { request(message: AlignmentRequest, options: RequestOptions): Promise<AlignmentResponse> };
  readonly model: AlignmentRequest["model"];
  readonly words: readonly string[];
  readonly language: string;
  readonly signal?: AbortSignal;
}
interface RequestOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

function betterFit(first: number | null, second: number | null): number | null {
  return first === null ? second : second === null ? first : Math.max(first, second);
}

/** The recording as it is. The aligner's last frame reaches beyond the last sample: times are cut to its length. */
function wholeSound(pcm: Pcm): SqueezedSound {
  const durationMs = Math.floor((pcm.length * 1000) / SAMPLE_RATE_HZ);
  return { samples: pcm, toRecordingMs: (ms) => Math.min(ms, durationMs) };
}

async function alignIn(job: AlignmentJob, sound: SqueezedSound, lowestFit: number): Promise<FittedOutcome> {
  const { pool, model, words, language, signal } = job;
  const timeoutMs = TIMEOUT_BASE_MS + (sound.samples.length / SAMPLE_RATE_HZ) * TIMEOUT_PER_AUDIO_SECOND_MS;
  let response: AlignmentResponse;
  try {
    response = await pool.request({ model, samples: sound.samples, words }, { timeoutMs, ...(signal && { signal }) });
  } catch (error) {
    if (!(error instanceof ChildFailure) || error.reason === "aborted") throw error;
    return failure("alignment_failed", "The words could not be aligned with the recording: the aligner stopped.");
  }
  if (!response.ok)
    return failure("transcript_mismatch", `The transcript does not belong to the recording: ${response.detail}`);
  const fit = alignmentFit(response.tokens);
  const doubt = doubtAbout(response.tokens, fit, lowestFit);
  if (doubt !== null) return { outcome: { ok: false, reason: doubt }, fit };
  const timed = placeWords(words, response.tokens, sound.toRecordingMs);
  const transcript = { source: "aligned" as const, language, words: timed, meanConfidence: null };
  return { outcome: { ok: true, transcript }, fit };
}

/** Why words aligned so are not used; null when they are, also when they are too few to tell. */
function doubtAbout(tokens: readonly AlignedToken[], fit: number | null, lowestFit: number): NoWordsReason | null {
  if (fit === null || fit >= lowestFit) return null;
  const measured = `(fit ${fit.toFixed(2)}, at least ${lowestFit} is needed)`;
  if (fitsInPart(tokens))
    return {
      code: "transcript_doubtful",
      detail: `The transcript fits the recording only in part ${measured}: send what was said word for word, with repeats and restarts.`,
    };
  return {
    code: "transcript_mismatch",
    detail: `The transcript does not fit the recording ${measured}: send what was said in it, word for word.`,
  };
}

function failure(code: NoWordsReason["code"], detail: string): FittedOutcome {
  return { outcome: { ok: false, reason: { code, detail } }, fit: null };
}

function transcriptWords(parsed: ParsedTranscript): string[] {
  return parsed.kind === "cues"
    ? parsed.cues.flatMap((cue) => splitWords(cue.text))
    : parsed.words.map((word) => word.text);
}

/**
 * Written words with the times of their spoken forms. A word that could not be said in this language (another script)
 * gets no time of its own: it stands, without length, where the word before it ends.
 */
function placeWords(
  words: readonly string[],
  tokens: readonly AlignedToken[],
  toRecordingMs: (ms: number) => number,
): TimedWord[] {
  const spans = new Map<number, { startMs: number; endMs: number }>();
  for (const token of tokens) {
    const startMs = toRecordingMs(token.startMs);
    const endMs = toRecordingMs(token.endMs);
    const span = spans.get(token.word);
    if (span) span.endMs = endMs;
    else spans.set(token.word, { startMs, endMs });
  }
  let lastEndMs = 0;
  return words.map((text, index) => {
    const span = spans.get(index);
    const startMs = span ? span.startMs : lastEndMs;
    lastEndMs = span ? Math.max(startMs, span.endMs) : lastEndMs;
    return { text, startMs, endMs: lastEndMs, confidence: null };
  });
}
