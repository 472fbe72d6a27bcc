import { endRunWithout } from "@/lib/answers/end-run-mutations";
import { isFixtureRecording } from "@/lib/answers/is-fixture-recording";
import { attachRecording } from "@/lib/answers/mutations";
import { probeContainer } from "@/lib/answers/probe-container";
import { performRun } from "@/lib/answers/perform-run";
import { decodeOptions } from "@/lib/answers/score-recording";
import { mediaOptions } from "@/lib/answers/score-run";
import { type RunToDo, takeUpRunOf } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { makeDue, sender } from "@/lib/jobs/enqueue";
import { fetchAnswerJob } from "@/lib/jobs/fetch-answer-job";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { endingOf, liveAnswerChannel } from "@/lib/jobs/live-answer-channel";
import { Wake } from "@/lib/jobs/wake";
import { AWAIT_TURN_MS, IDLE_MS, LEASE_MS } from "@/lib/live-answers/constants";
import { fieldsOf, getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { endLease, renewLease } from "@/lib/live-answers/mutations";
import { measureInThread, warmThread } from "@/lib/measuring/measure-in-thread";
import type { MeasuredSound } from "@/lib/measuring/measure-sound";
import { type FinishedStream, RecordingStream } from "@/lib/media/streaming/recording-stream";
import { type GrowingObject, type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";

export interface StreamToFollow {
  readonly scope: OrganizationScope;
  readonly id: string;
  /** Who holds the lease. */
  readonly owner: string;
  readonly store: ObjectStore;
  /** Ends the following; another worker may take it up. */
  readonly signal: AbortSignal;
  /** The work's line in the log. */
  readonly event: Record<string, unknown>;
}

/** What a follower holds of its stream. */
interface Held extends StreamToFollow {
  readonly file: GrowingObject;
  readonly stream: RecordingStream;
  readonly wake: Wake;
  /** Somebody is completing it: what is here is all of it, unless that is refused. */
  readonly ending: { announced: boolean };
}

/** A stream that is being brought to its end, and measured. */
interface Ending {
  readonly finishing: Promise<FinishedStream>;
  readonly sound: Promise<MeasuredSound>;
  /** Since before its completion was written. */
  readonly isEarly: boolean;
}

/**
 * Decodes a live answer while it arrives, and scores it at once when it is completed. Everything that it does can be
 * lost: the chunks are durable, and a job beside it scores them where this comes to no end.
 *
 * @returns how the run ended; null where none was ended here (given up, deleted, idle, followed by another)
 */
export async function followLiveAnswer(following: StreamToFollow): Promise<JobOutcome | null> {
  const { scope, id, store } = following;
  const { channel } = fieldsOf(await getLiveAnswer(scope, id));
  const file = await store.grow();
  const wake = new Wake();
  const ending = { announced: false };
  const channelOf = liveAnswerChannel();
  const subscriptions = [
    channelOf.subscribe(id, wake.ring),
    channelOf.subscribe(endingOf(id), () => {
      ending.announced = true;
      wake.ring();
    }),
  ];
  const held: Held = {
    ...following,
    ...{ file, wake, ending },
    stream: new RecordingStream(file.path, decodeOptions(mediaOptions(channel))),
  };
  let received: IncomingObject | null = null;
  try {
    await channelOf.open().catch(() => undefined); // polling is the floor
    warmThread().catch(() => undefined); // without it, the measuring begins a little later
    const all = await receiveAll(held);
    if (all === null) return null;
    const end = all.early ?? endStream(held, false);
    received = await file.finish();
    const run = await awaitTurn(held, all.assessmentId);
    return run && (await scoreStream(held, run, received, end));
  } finally {
    for (const unsubscribe of subscriptions) unsubscribe();
    held.stream.close();
    await file.discard();
    // Once it is kept, there is no temporary file any more and this does nothing.
    if (received) await store.discard(received);
    await letGo(following);
  }
}

/** Where it is completed and not scored, any worker takes it up now. */
async function letGo({ scope, id, owner }: StreamToFollow): Promise<void> {
  const jobId = await endLease(scope, id, owner);
  if (jobId !== null) await makeDue(await sender(), fetchAnswerJob, jobId);
}

/** Decodes the rest and measures the sound, while everything else about the run is done. What goes wrong is told later. */
function endStream({ stream, signal }: Held, isEarly: boolean): Ending {
  const finishing = stream.finish(signal);
  const sound = finishing.then(({ recording }) => measureInThread(recording.pcm));
  // Awaited where it is scored.
  finishing.catch(() => undefined);
  sound.catch(() => undefined);
  return { finishing, sound, isEarly };
}

/** Gathers and decodes until the live answer is completed: the id of its assessment. null: there is no going on. */
async function receiveAll(
  held: Held,
): Promise<{ readonly assessmentId: string; readonly early: Ending | null } | null> {
  const { scope, id, owner, signal, file, wake, ending } = held;
  let early: Ending | null = null;
  for (;;) {
    const live = signal.aborted ? null : await renew(scope, id, owner);
    if (!live) return null;
    const { receivedBytes, state } = live;
    if (receivedBytes > file.bytes) {
      // The completion was refused, and it goes on: whoever follows it next begins anew.
      if (early) return null;
      if (!(await gather(held, receivedBytes))) return null;
    } else if (state === "completed")
      return live.assessmentId === null ? null : { assessmentId: live.assessmentId, early };
    else if (ending.announced && !early) early = endStream(held, true);
    else if (Date.now() - live.lastChunkAt.getTime() > IDLE_MS) return null;
    else await wake.wait(LEASE_MS / 3);
  }
}

/**
 * Appends what lies in the store, up to so many bytes in all, and decodes it. There may be much to catch up with: signs of
 * life are given on the way. false: there is no going on.
 */
async function gather({ scope, id, owner, store, file, stream }: Held, bytes: number): Promise<boolean> {
  let renewedAt = Date.now();
  for await (const chunk of store.readParts(partsFolder(scope.organizationId, id), bytes, file.bytes)) {
    // A stream without an encoding gives buffers.
    await file.append(chunk as Buffer);
    await stream.add(chunk as Buffer);
    if (Date.now() - renewedAt < LEASE_MS / 3) continue;
    if (!(await renew(scope, id, owner))) return false;
    renewedAt = Date.now();
  }
  return true;
}

/** null where it is gone, expired, or another's. */
async function renew(scope: OrganizationScope, id: string, owner: string): Promise<LiveAnswerRecord | null> {
  try {
    return await renewLease(scope, id, owner);
  } catch (error) {
    if (error instanceof EarshotError) return null;
    throw error;
  }
}

/** Takes up the run once the organization has a place for it; null where that takes too long, or it is over. */
async function awaitTurn(held: Held, assessmentId: string): Promise<RunToDo | null> {
  const { scope, id, owner, signal, wake } = held;
  for (const endsAt = Date.now() + AWAIT_TURN_MS; !signal.aborted && Date.now() < endsAt;) {
    const run = await takeUpRunOf(scope, assessmentId);
    if (run !== "waits") return run;
    await wake.wait(LEASE_MS / 3);
    if (!(await renew(scope, id, owner))) return null;
  }
  return null;
}

async function scoreStream(
  { scope, store, event }: Held,
  run: RunToDo,
  received: IncomingObject,
  { finishing, sound, isEarly }: Ending,
): Promise<JobOutcome | null> {
  // Another worker was first, or the answer is erased.
  if (run.finishedAt !== null || run.assessment.answer.recordingId !== null) return null;
  try {
    const container = await probeContainer(received);
    const kept = { recording: received, container, synthetic: isFixtureRecording(received.sha256) };
    // While the last of it is decoded.
    if (!(await attachRecording(scope, store, await sender(), run, kept, true))) return null;
    const { recording, whileArriving } = await finishing;
    Object.assign(event, { decoded_while_arriving: whileArriving, measured_early: isEarly });
    return await performRun({ scope, run, event, received: { recording, sha256: received.sha256, sound } });
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const { code, detail, errors } = error;
    const outcome = { ok: false as const, code, detail, errors: [...errors] };
    await endRunWithout(scope, run, { state: "finished", outcome });
    return outcome;
  }
}
