import { z } from "zod";
import { ANSWER_LANGUAGES } from "@/lib/answers/constants";
import { type AssessmentRow, findArtifactBody, findAssessmentView, listAssessmentRows } from "@/lib/assessments/data";
import type { SoftSkillsScore } from "@/lib/assessments/schema";
import { findPauses, toPeaks, type TimeSpan } from "@/lib/assessments/to-waveform";
import { toAnswerTitle } from "@/lib/assessments/to-answer-title";
import { toAssessmentJson } from "@/lib/assessments/serialize-assessment";
import { toTranscriptJson } from "@/lib/assessments/transcript-reply";
import { requireSession } from "@/lib/auth/session";
import { environment } from "@/lib/config/environment";
import { decodeCursor, encodeCursor } from "@/lib/http/cursor";
import { listRoleBenchmarks, loadRoleVersions } from "@/lib/role-benchmarks/data";
import { fromStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import type { Transcript } from "@/scoring/transcripts/words";

const PAGE_SIZE = 50;
/** A hand-edited address falls back to the first page, never to an error. */
const pageParamsSchema = z.object({ cursor: z.string().max(500).transform(decodeCursor).optional().catch(undefined) });
const idSchema = z.string().regex(/^asm_[0-9A-HJKMNP-TV-Z]{26}$/);

/** One row of the list of answers. */
export interface AnswerListItem {
  readonly id: string;
  readonly title: string;
  readonly synthetic: boolean;
  readonly roleBenchmark: string;
  readonly status: string;
  readonly overallScore: number | null;
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  readonly intervals: Readonly<Partial<Record<Dimension, readonly [number, number]>>>;
  /** Why something is missing, in one line; "" when nothing is. */
  readonly note: string;
  readonly durationMs: number | null;
  readonly createdAt: string;
}

export interface AnswersPage {
  readonly items: readonly AnswerListItem[];
  readonly nextCursor: string | null;
}

/** The list of answers, newest first. */
export async function loadAnswersPage(
  searchParams: Record<string, string | string[] | undefined>,
): Promise<AnswersPage> {
  const { scope } = await requireSession();
  const { cursor } = pageParamsSchema.parse(searchParams);
  const page = await listAssessmentRows(scope, { limit: PAGE_SIZE, cursor });
  return { items: page.items.map(toListItem), nextCursor: page.nextCursor && encodeCursor(page.nextCursor) };
}

const storedReasonsSchema = z.array(z.object({ text: z.string() }));

function toListItem(row: AssessmentRow): AnswerListItem {
  const dimensions: Record<Dimension, number | null> = {
    ...{ communication: null, clarity: null },
    ...{ composure: null, empathy_signal: null },
  };
  const intervals: Partial<Record<Dimension, readonly [number, number]>> = {};
  const notes = new Set<string>();
  for (const result of row.dimensions.filter(({ mode }) => mode === row.mode)) {
    dimensions[result.dimension] = result.score;
    if (result.intervalLow !== null && result.intervalHigh !== null) {
      intervals[result.dimension] = [result.intervalLow, result.intervalHigh];
    }
    if (result.score === null) for (const reason of storedReasonsSchema.parse(result.reasons)) notes.add(reason.text);
  }
  return {
    ...{ id: row.id, title: toAnswerTitle(row.answer), synthetic: row.answer.synthetic, roleBenchmark: row.roleKey },
    ...{ status: row.status, overallScore: row.overallScore, dimensions, intervals },
    note: row.errorDetail ?? [...notes].join(" "),
    durationMs: row.answer.recording?.durationMs ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** All that the page of one answer shows. */
export interface AnswerPage {
  readonly score: SoftSkillsScore;
  readonly title: string;
  readonly synthetic: boolean;
  readonly prompt: string | null;
  readonly words: readonly { readonly text: string; readonly start_ms: number; readonly end_ms: number }[];
  /** Loudness along the recording, 0..1, evenly spaced. */
  readonly peaks: readonly number[];
  readonly pauses: readonly TimeSpan[];
  readonly recordingUrl: string;
}

/** One scored answer, or null: not there, another organization's, or without a result (yet). */
export async function loadAnswerPage(id: string): Promise<AnswerPage | null> {
  const { scope } = await requireSession();
  if (!idSchema.safeParse(id).success) return null;
  const row = await findAssessmentView(scope, id);
  if (!row) return null;
  const score = toAssessmentJson(row, { roles: await loadRoleVersions(scope, [row]), evidence: true });
  if (!("dimensions" in score) || row.inputHash === null) return null;
  const stored = await findArtifactBody(scope, "acoustics", row.inputHash);
  const acoustics = stored === null ? null : fromStoredAcoustics(stored);
  // Artifacts of this kind are written by the scoring job alone, as a Transcript.
  const transcript = (await findArtifactBody(scope, "words", row.inputHash)) as Transcript | null;
  return {
    score,
    title: toAnswerTitle(row.answer),
    synthetic: row.answer.synthetic,
    prompt: row.answer.promptText,
    words: transcript ? toTranscriptJson(transcript).words : [],
    peaks: acoustics ? toPeaks(acoustics) : [],
    pauses: acoustics ? findPauses(acoustics) : [],
    recordingUrl: score.audio.href,
  };
}

/** A run that has no result (yet): how it stands, and why it failed. Null when there is none. */
export async function loadUnscoredRun(id: string): Promise<{ status: string; detail: string | null } | null> {
  const { scope } = await requireSession();
  if (!idSchema.safeParse(id).success) return null;
  const row = await findAssessmentView(scope, id);
  return row && { status: row.status, detail: row.errorDetail };
}

/** What the upload form offers and allows. */
export async function loadUploadOptions() {
  const { scope } = await requireSession();
  const roles = await listRoleBenchmarks(scope);
  const { MEDIA_MAX_BYTES, MEDIA_MAX_SECONDS } = environment();
  return {
    roles: roles.map(({ key, name }) => ({ key, name })),
    languages: Object.entries(ANSWER_LANGUAGES).map(([code, name]) => ({ code, name })),
    maxMinutes: Math.floor(MEDIA_MAX_SECONDS / 60),
    maxMegabytes: Math.floor(MEDIA_MAX_BYTES / 1024 / 1024),
  };
}
