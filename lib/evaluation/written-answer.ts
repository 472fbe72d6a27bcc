import type { Interval } from "@/scoring/acoustics/interval";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import type { PreparedView } from "@/scoring/features/view/prepared-view";
import type { WordVectors } from "@/scoring/language/word-vectors";
import type { Prompt } from "@/scoring/pipeline/scorer-input";
import type { TimedWord } from "@/scoring/transcripts/words";

/** A stretch of speech of which only the text and the length are known. */
export interface WrittenStretch {
  readonly text: string;
  readonly durationMs: number;
}

export interface WrittenAnswerOptions {
  readonly prompt?: Prompt | null;
  readonly vectors?: WordVectors | null;
}

/**
 * The view of an answer that is there in writing only: the stretches follow each other, words spread evenly over each.
 * Features that read words, and those that divide words by time, are what they would be on the recording; everything
 * that needs the sound is empty, so a caller must only ask for features that do without it. The transcripts are taken as
 * verbatim: one without "um" is a talk without filled pauses.
 */
export function viewWrittenAnswer(
  stretches: readonly WrittenStretch[],
  options: WrittenAnswerOptions = {},
): PreparedView {
  const runs: Interval[] = [];
  const words: TimedWord[] = [];
  let nowMs = 0;
  for (const { text, durationMs } of stretches) {
    const stretch = { startMs: nowMs, endMs: nowMs + durationMs };
    runs.push(stretch);
    words.push(...spreadText(text, stretch));
    nowMs = stretch.endMs;
  }
  const view = buildAnswerView({
    acoustics: silentArtifacts(runs, nowMs),
    transcript: words.length === 0 ? null : { source: "supplied", language: "en", words, meanConfidence: null },
    language: "en",
    prompt: options.prompt ?? null,
    accommodations: [],
    vectors: options.vectors ?? null,
  });
  return { ...view, fillers: { ...view.fillers, source: "verbatim" } };
}

function spreadText(text: string, { startMs, endMs }: Interval): TimedWord[] {
  const pieces = text.split(/\s+/).filter((piece) => piece !== "");
  const stepMs = (endMs - startMs) / pieces.length;
  return pieces.map((piece, i) => ({
    text: piece,
    startMs: startMs + i * stepMs,
    endMs: startMs + (i + 1) * stepMs,
    confidence: null,
  }));
}

function silentArtifacts(runs: readonly Interval[], durationMs: number): AcousticArtifacts {
  return {
    version: "acoustics@1",
    durationMs,
    frames: { count: 0, firstCentreMs: 0, energyDb: new Float32Array(0), f0Hz: new Float32Array(0) },
    runs,
    nucleiMs: [],
    hesitations: [],
    levels: { speechDb: null, noiseDb: -120, snrDb: null, clippedShare: 0, gainControlSuspected: false },
  };
}
