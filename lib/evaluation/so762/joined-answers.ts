import { joinRecordings } from "@/lib/evaluation/join-recordings";
import type { AnswerSource } from "@/lib/evaluation/measured-answers";
import { decodeForEvaluation, type MeasuredRecording } from "@/lib/evaluation/measured-utterances";
import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";

/** Raised with every change to how recordings are joined. */
const JOIN_VERSION = "join@1";

export type LabelledRecording = LabelledUtterance & MeasuredRecording;

/** A sentence and where it lies in the joined answer. */
export interface JoinedSentence extends Interval {
  readonly text: string;
}

/** All sentences of one speaker as one answer. */
export interface JoinedAnswer extends AnswerSource {
  readonly speaker: string;
  readonly utterances: readonly LabelledRecording[];
  /** Decodes and joins: the samples, and the sentences in them. */
  readonly join: () => Promise<{ readonly pcm: Float32Array; readonly sentences: readonly JoinedSentence[] }>;
}

/**
 * One answer a speaker, in the order of the rows: the recordings joined as {@link joinRecordings} says; the text has one
 * sentence after the other, each with a capital and a full stop. Recordings without speech are left out. Nothing is
 * decoded until `join` or `pcm` is called.
 */
export function joinedAnswers(rows: readonly LabelledRecording[]): JoinedAnswer[] {
  const groups = new Map<string, LabelledRecording[]>();
  for (const row of rows) {
    if (row.acoustics.runs.length === 0) continue;
    const group = groups.get(row.speaker);
    if (group) group.push(row);
    else groups.set(row.speaker, [row]);
  }
  return [...groups].map(([speaker, utterances]) => {
    const join = (): ReturnType<JoinedAnswer["join"]> => joinSpeaker(utterances);
    return {
      speaker,
      utterances,
      text: utterances.map(({ text }) => asSentence(text)).join(" "),
      ingredients: [JOIN_VERSION, ...utterances.flatMap(({ fileSha256, acoustics }) => [fileSha256, cuts(acoustics)])],
      pcm: async () => (await join()).pcm,
      join,
    };
  });
}

/** Where a recording is cut: another analysis may cut elsewhere. */
function cuts({ runs }: AcousticArtifacts): string {
  return `${runs[0]?.startMs}-${runs.at(-1)?.endMs}`;
}

async function joinSpeaker(utterances: readonly LabelledRecording[]): ReturnType<JoinedAnswer["join"]> {
  const parts = await Promise.all(
    utterances.map(async ({ file, acoustics }) => ({ pcm: await decodeForEvaluation(file), runs: acoustics.runs })),
  );
  const { pcm, speech } = joinRecordings(parts);
  const sentences = utterances.map(({ text }, index) => {
    const { startMs, endMs } = speech[index] ?? { startMs: 0, endMs: 0 };
    return { text: asSentence(text), startMs, endMs };
  });
  return { pcm, sentences };
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
