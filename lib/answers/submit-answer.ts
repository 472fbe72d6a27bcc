import { isFixtureRecording } from "@/lib/answers/is-fixture-recording";
import { checkFields } from "@/lib/answers/check-fields";
import { eraseAnswer } from "@/lib/answers/erase-mutations";
import { createAnswer } from "@/lib/answers/mutations";
import { probeContainer } from "@/lib/answers/probe-container";
import type { ScoreForm } from "@/lib/answers/read-score-form";
import type { AnswerFields } from "@/lib/answers/schema";
import type { UnscoredAssessment } from "@/lib/assessments/schema";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { getScoringMode } from "@/lib/organizations/data";
import { awaitRun } from "@/lib/scoring-runs/await-run";
import { readFixtureFields } from "@/lib/sandbox/load-fixture";
import { fixtureOfRecording, type SandboxFixture } from "@/lib/sandbox/sandbox-fixtures";
import type { ObjectStore } from "@/lib/storage/object-store";

export interface Submission {
  readonly assessmentId: string;
  /** False when the time to wait was over before the result was there. */
  readonly finished: boolean;
  /** What a 202 says of it, where that is known already; else it is read. */
  readonly queued?: UnscoredAssessment;
}

/**
 * Takes in a new answer and waits for its score. A run that fails while we wait leaves nothing behind: the answer, its
 * recording and its assessment are erased, and the failure is thrown.
 *
 * @throws EarshotError `unknown_role_benchmark`, `unsupported_language`, `invalid_transcript`, `unsupported_media`, …
 */
export async function submitAnswer(
  identity: Identity,
  store: ObjectStore,
  form: Pick<ScoreForm, "recording" | "fields"> & { readonly uploadId?: string },
  options: { readonly waitSeconds: number; readonly synthetic?: boolean; readonly fixture?: SandboxFixture },
): Promise<Submission> {
  const boss = await sender();
  try {
    const { actor, livemode, idempotencyKey = null } = identity;
    const fixture = options.fixture ?? (livemode ? null : fixtureOfRecording(form.recording.sha256));
    const fields = await withFixtureFields(form.fields, fixture);
    const checked = await checkAnswer(identity, { ...form, fields });
    const synthetic = options.synthetic === true || fixture !== null || isFixtureRecording(form.recording.sha256);
    const created = await createAnswer(identity.scope, store, boss, {
      ...form,
      ...checked,
      fields,
      fixture,
      actor,
      livemode,
      synthetic,
      idempotencyKey,
    });
    const outcome = await awaitRun(identity.scope, created.runId, options.waitSeconds);
    if (outcome === null || outcome.ok) return { assessmentId: created.assessmentId, finished: outcome !== null };
    await eraseAnswer(identity.scope, store, actor, created.answerId, "answer.refused");
    throw new EarshotError(outcome.code, outcome.detail, outcome.errors);
  } finally {
    // Once it is kept, there is no temporary file any more and this does nothing.
    await store.discard(form.recording);
  }
}

/** A bundled recording that comes without its words and question is given them: its result is always the same. */
async function withFixtureFields(fields: AnswerFields, fixture: SandboxFixture | null): Promise<AnswerFields> {
  if (!fixture || fields.transcript !== undefined || fields.prompt !== undefined) return fields;
  return { ...fields, ...(await readFixtureFields(fixture)) };
}

/** All that can be wrong with a recording and can be said before it is decoded. */
async function checkAnswer({ scope }: Identity, { recording, fields }: Pick<ScoreForm, "recording" | "fields">) {
  const checked = await checkFields(scope, fields);
  return { ...checked, container: await probeContainer(recording), mode: await getScoringMode(scope) };
}
