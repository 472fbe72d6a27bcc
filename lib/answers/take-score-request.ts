import { rescoreAnswer } from "@/lib/answers/rescore-answer";
import type { RescoreBody } from "@/lib/answers/schema";
import type { ScoreBody } from "@/lib/answers/score-body";
import { submitAnswer, type Submission } from "@/lib/answers/submit-answer";
import { submitSourcedAnswer } from "@/lib/answers/submit-sourced-answer";
import { queueRescore } from "@/lib/assessments/rescore-mutations";
import { toUnscoredJson } from "@/lib/assessments/serialize-assessment";
import type { Identity } from "@/lib/auth/identity";
import { submitFixture } from "@/lib/sandbox/submit-fixture";
import { openStore } from "@/lib/storage/open-store";

/** Does what a request to score asks for, whichever way its recording comes. @throws EarshotError as each way does */
export async function takeScoreRequest(identity: Identity, body: ScoreBody, waitSeconds: number): Promise<Submission> {
  if (body.kind === "rescore") return takeRescore(identity, body.body, waitSeconds);
  if (body.kind === "fixture") return submitFixture(identity, openStore(), body.body, { waitSeconds });
  if (body.kind === "new_answer") return submitAnswer(identity, openStore(), body, { waitSeconds });
  return submitSourcedAnswer(identity, openStore(), body, { waitSeconds });
}

async function takeRescore(identity: Identity, body: RescoreBody, waitSeconds: number): Promise<Submission> {
  if (waitSeconds > 0) return { assessmentId: await rescoreAnswer(identity, body), finished: true };
  const { row, place } = await queueRescore(identity, body);
  return { assessmentId: row.id, finished: false, queued: toUnscoredJson(row, place) };
}
