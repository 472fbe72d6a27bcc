import { attachRecording } from "@/lib/answers/attach-mutations";
import { endRefusedRun } from "@/lib/answers/end-run-mutations";
import { type EndedStream, LiveStream, type StreamToFollow } from "@/lib/answers/live-stream";
import { performRun } from "@/lib/answers/perform-run";
import { probeContainer } from "@/lib/answers/probe-container";
import { type RecognisedAnswer, recogniseFixture } from "@/lib/answers/recognise-fixture";
import { type RunToDo, takeUpRunOf } from "@/lib/assessments/mutations";
import { makeDue, sender } from "@/lib/jobs/enqueue";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { AWAIT_TURN_MS } from "@/lib/live-answers/constants";
import { endLease } from "@/lib/live-answers/lease-mutations";
import { warmThreads } from "@/lib/measuring/measure-in-thread";

/**
 * Decodes a live answer while it arrives, and scores it at once when it is completed. Everything that it does can be
 * lost: the chunks are durable, and a job beside it scores them where this comes to no end.
 *
 * @returns how the run ended; null where none was ended here (given up, deleted, idle, followed by another)
 */
export async function followLiveAnswer(following: StreamToFollow): Promise<JobOutcome | null> {
  try {
    const stream = await LiveStream.open(following);
    warmThreads().catch(() => undefined); // without it, the measuring begins a little later
    try {
      const completed = await stream.receiveAll();
      const run = completed && (await awaitTurn(stream, completed.assessmentId));
      return run && (await scoreStream(following, run, completed.end));
    } finally {
      await stream.close();
    }
  } finally {
    await letGo(following);
  }
}

/** Where it is completed and not scored, any worker takes it up now. */
async function letGo({ scope, id, owner }: StreamToFollow): Promise<void> {
  const jobId = await endLease(scope, id, owner);
  if (jobId !== null) await makeDue(await sender(), fetchAnswerJob, jobId);
}

/** Takes up the run once the organization has a place for it; null where that takes too long, or it is over. */
async function awaitTurn(stream: LiveStream, assessmentId: string): Promise<RunToDo | null> {
  const { scope, signal } = stream.following;
  for (const endsAt = Date.now() + AWAIT_TURN_MS; !signal.aborted && Date.now() < endsAt;) {
    const run = await takeUpRunOf(scope, assessmentId);
    if (run !== "waits") return run;
    await stream.waitForNews();
    if (!(await stream.renew())) return null;
  }
  return null;
}

async function scoreStream(
  { scope, store, event }: StreamToFollow,
  run: RunToDo,
  end: EndedStream,
): Promise<JobOutcome | null> {
  // Another worker was first, or the answer is erased.
  if (run.finishedAt !== null || run.assessment.answer.recordingId !== null) return null;
  try {
    const received = await end.received;
    const { sha256 } = received;
    const container = await probeContainer(received);
    const recognised = await recogniseFixture(run, sha256);
    // While the last of it is decoded and measured.
    const kept = { recording: received, container, recognised };
    if (!(await attachRecording(scope, store, await sender(), run, kept, true))) return null;
    const { recording, whileArriving } = await end.decoded;
    Object.assign(event, { decoded_while_arriving: whileArriving, ended_early: end.isEarly });
    const whole = { recording, sha256, sound: end.sound };
    return await performRun({ scope, run: withAnswer(run, recognised), event, received: whole });
  } catch (error) {
    return endRefusedRun(scope, run, error);
  }
}

function withAnswer(run: RunToDo, recognised: RecognisedAnswer): RunToDo {
  const { assessment } = run;
  return { ...run, assessment: { ...assessment, answer: { ...assessment.answer, ...recognised } } };
}
