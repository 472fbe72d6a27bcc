import type { ScoreItem } from "@/lib/answers/read-score-item";
import { rescoreAnswer } from "@/lib/answers/rescore-answer";
import { readAssessment } from "@/lib/assessments/read-assessment";
import type { Identity } from "@/lib/auth/identity";
import type { BatchItems } from "@/lib/batches/batch-body";
import { type CheckedAnswer, checkItems } from "@/lib/batches/check-items";
import { createBatch } from "@/lib/batches/mutations";
import type { BatchJson } from "@/lib/batches/schema";
import { EarshotError } from "@/lib/errors/error-codes";
import { toProblem } from "@/lib/http/problem";
import { Reply } from "@/lib/http/reply";
import { sender } from "@/lib/jobs/enqueue";

type Outcome = EarshotError | { readonly id: string; readonly status: BatchStatus };
type BatchStatus = Exclude<BatchJson["data"][number]["status"], "refused">;

/**
 * Takes in a batch: each item is accepted or refused by itself, in the order of the items. Accepted ones are queued
 * durably; their recordings are got afterwards, and one that cannot be got ends its own result as failed, for free.
 *
 * @returns 202 where anything is queued, else 200
 */
export async function submitBatch(identity: Identity, items: BatchItems, requestId: string): Promise<Reply<BatchJson>> {
  const outcomes: Outcome[] = new Array<Outcome>(items.length);
  const places: number[] = [];
  for (const [index, item] of items.entries()) {
    if (item instanceof EarshotError) outcomes[index] = item;
    else if (item.kind === "rescore") outcomes[index] = await rescore(identity, item);
    else places.push(index);
  }
  const sourced = items.flatMap((item) =>
    !(item instanceof EarshotError) && item.kind === "sourced_answer" ? [item] : [],
  );
  const queued: { readonly index: number; readonly answer: CheckedAnswer }[] = [];
  for (const [at, answer] of (await checkItems(identity, sourced)).entries()) {
    const index = places[at] ?? -1;
    if (answer instanceof EarshotError) outcomes[index] = answer;
    else queued.push({ index, answer });
  }
  const answers = queued.map(({ answer }) => answer);
  await createBatch(identity, await sender(), answers, (created) => {
    for (const [at, outcome] of created.entries()) outcomes[queued[at]?.index ?? -1] = toOutcome(outcome);
    const body = JSON.stringify(toBatchJson(outcomes, requestId));
    return { status: statusOf(outcomes), headers: { "content-type": "application/json" }, body };
  });
  return Reply.json(statusOf(outcomes), toBatchJson(outcomes, requestId));
}

/** Free and done at once; noted under no Idempotency-Key of its own, the batch's reply is. */
async function rescore(identity: Identity, { body }: Extract<ScoreItem, { kind: "rescore" }>): Promise<Outcome> {
  try {
    const id = await rescoreAnswer({ ...identity, idempotencyKey: null }, body);
    return { id, status: (await readAssessment(identity.scope, id)).status };
  } catch (error) {
    if (error instanceof EarshotError) return error;
    throw error;
  }
}

function toOutcome(outcome: { readonly assessmentId: string } | EarshotError): Outcome {
  return outcome instanceof EarshotError ? outcome : { id: outcome.assessmentId, status: "queued" };
}

function statusOf(outcomes: readonly Outcome[]): number {
  return outcomes.some((outcome) => !(outcome instanceof EarshotError) && outcome.status === "queued") ? 202 : 200;
}

function toBatchJson(outcomes: readonly Outcome[], requestId: string): BatchJson {
  const refused = outcomes.filter((outcome) => outcome instanceof EarshotError).length;
  return {
    object: "soft_skills_score_batch",
    accepted: outcomes.length - refused,
    refused,
    data: outcomes.map((outcome, index) =>
      outcome instanceof EarshotError
        ? { index, status: "refused", error: toProblem(outcome, requestId) }
        : { index, status: outcome.status, id: outcome.id },
    ),
  };
}
