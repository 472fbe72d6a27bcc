import { createChildPool } from "@/lib/child-process/child-pool";
import { ChildFailure } from "@/lib/child-process/child-failure";
import type { AlignedToken, AlignmentRequest, AlignmentResponse } from "@/lib/recognition/alignment-messages";
import { alignmentModelOf } from "@/lib/recognition/alignment-model";
import { alignmentFit, fitsInPart, LOWEST_ALIGNMENT_FIT } from "@/lib/recognition/check-alignment";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { Aligner, NoWordsReason, WordsOutcome } from "@/scoring/transcripts/ports";
import { splitWords } from "@/scoring/transcripts/split-words";
import type { ParsedTranscript, TimedWord } from "@/scoring/transcripts/words";

/** Ten times the measured cost (0.03 s a second of sound), for slow and busy machines; loading the model comes on top. */
const TIMEOUT_PER_AUDIO_SECOND_MS = 300;
const TIMEOUT_BASE_MS = 30_000;
/** The model and the search live in WebAssembly memory; the JavaScript heap only sees words. */
const MAX_OLD_SPACE_MB = 256;

/**
 * Finds the times of a known text in the whole recording (pauses included: cutting them out by speech runs lost words in
 * noise, where runs miss speech, and saved a tenth of the time) with SoundSwallower, in supervised child processes (`children` answers at once).
 * English and French. Outcomes: the words; `transcript_doubtful` when the text fits the sound only in part;
 * `transcript_mismatch` when it does not fit;
 * `alignment_failed` when the aligner broke or took too long. An abort rejects with a ChildFailure.
 */
export function createSoundswallowerAligner({ children = 2 } = {}): Aligner & { close(): Promise<void> } {
  const pool = createChildPool<AlignmentRequest, AlignmentResponse>(
    { entry: "aligner-child", timeoutMs: TIMEOUT_BASE_MS, maxOldSpaceMb: MAX_OLD_SPACE_MB },
    children,
  );
  return {
    id: "soundswallower@0.6.3",
    supports: (language) => alignmentModelOf(language) !== null,
    close: () => pool.close(),
    async align(pcm, parsed, { language, signal }): Promise<WordsOutcome> {
      const model = alignmentModelOf(language);
      if (model === null) return failure("unsupported_language", `There is no aligner for the language "${language}".`);
      const words = transcriptWords(parsed);
      const timeoutMs = TIMEOUT_BASE_MS + (pcm.length / SAMPLE_RATE_HZ) * TIMEOUT_PER_AUDIO_SECOND_MS;
      const request = { model, samples: pcm, words };
      let response: AlignmentResponse;
      try {
        response = await pool.request(request, signal ? { signal, timeoutMs } : { timeoutMs });
      } catch (error) {
        if (!(error instanceof ChildFailure) || error.reason === "aborted") throw error;
        return failure("alignment_failed", "The words could not be aligned with the recording: the aligner stopped.");
      }
      if (!response.ok)
        return failure("transcript_mismatch", `The transcript does not belong to the recording: ${response.detail}`);
      const doubt = doubtAbout(response.tokens);
      if (doubt !== null) return { ok: false, reason: doubt };
      const timed = placeWords(words, response.tokens, Math.floor((pcm.length * 1000) / SAMPLE_RATE_HZ));
      return { ok: true, transcript: { source: "aligned", language, words: timed, meanConfidence: null } };
    },
  };
}

/** Why words aligned so are not used; null when they are, also when they are too few to tell. */
function doubtAbout(tokens: readonly AlignedToken[]): NoWordsReason | null {
  const fit = alignmentFit(tokens);
  if (fit === null || fit >= LOWEST_ALIGNMENT_FIT) return null;
  const measured = `(fit ${fit.toFixed(2)}, at least ${LOWEST_ALIGNMENT_FIT} is needed)`;
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

function failure(code: NoWordsReason["code"], detail: string): WordsOutcome {
  return { ok: false, reason: { code, detail } };
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
function placeWords(words: readonly string[], tokens: readonly AlignedToken[], durationMs: number): TimedWord[] {
  const spans = new Map<number, { startMs: number; endMs: number }>();
  for (const token of tokens) {
    // The aligner's last frame reaches beyond the last sample.
    const startMs = Math.min(token.startMs, durationMs);
    const endMs = Math.min(token.endMs, durationMs);
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
