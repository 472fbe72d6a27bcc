import { decodeOptions } from "@/lib/answers/score-recording";
import { mediaOptions } from "@/lib/answers/score-run";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { endingOf, liveAnswerChannel } from "@/lib/jobs/live-answer-channel";
import { Wake } from "@/lib/jobs/wake";
import { IDLE_MS, LEASE_MS } from "@/lib/live-answers/constants";
import { fieldsOf, getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { renewLease } from "@/lib/live-answers/lease-mutations";
import { measureInThread } from "@/lib/measuring/measure-in-thread";
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

/** A stream that is being brought to its end: decoded, measured and made one object, side by side. */
export interface EndedStream {
  readonly decoded: Promise<FinishedStream>;
  readonly sound: Promise<MeasuredSound>;
  readonly received: Promise<IncomingObject>;
  /** Since before its completion was written. */
  readonly isEarly: boolean;
}

/** A live answer that is completed, and all of it. */
export interface CompletedStream {
  readonly assessmentId: string;
  readonly end: EndedStream;
}

/** What a follower holds of a live answer: its bytes in one file, decoded as they come. */
export class LiveStream {
  #end: EndedStream | null = null;
  /** Somebody is completing it: what is here is all of it, unless that is refused. */
  #isEndAnnounced = false;
  readonly #wake = new Wake();
  readonly #closing = new AbortController();
  readonly #subscriptions: readonly (() => void)[];

  private constructor(
    readonly following: StreamToFollow,
    readonly file: GrowingObject,
    readonly decoder: RecordingStream,
  ) {
    const { id } = following;
    const channel = liveAnswerChannel();
    const announce = (): void => {
      this.#isEndAnnounced = true;
      this.#wake.ring();
    };
    this.#subscriptions = [channel.subscribe(id, this.#wake.ring), channel.subscribe(endingOf(id), announce)];
  }

  /** @throws EarshotError `not_found`, `live_answer_expired` */
  static async open(following: StreamToFollow): Promise<LiveStream> {
    const { channel } = fieldsOf(await getLiveAnswer(following.scope, following.id));
    const file = await following.store.grow();
    const stream = new LiveStream(
      following,
      file,
      new RecordingStream(file.path, decodeOptions(mediaOptions(channel))),
    );
    await liveAnswerChannel()
      .open()
      .catch(() => undefined); // polling is the floor
    return stream;
  }

  /** Gathers and decodes until the live answer is completed. null: there is no going on. */
  async receiveAll(): Promise<CompletedStream | null> {
    for (;;) {
      const live = await this.renew();
      if (!live) return null;
      const { receivedBytes, state, assessmentId, lastChunkAt } = live;
      if (receivedBytes > this.file.bytes) {
        // The completion was refused, and it goes on: whoever follows it next begins anew.
        if (this.#end || !(await this.#gather(receivedBytes))) return null;
      } else if (state === "completed") {
        return assessmentId === null ? null : { assessmentId, end: this.#endStream(false) };
      } else if (this.#isEndAnnounced && !this.#end) this.#endStream(true);
      else if (Date.now() - lastChunkAt.getTime() > IDLE_MS) return null;
      else await this.waitForNews();
    }
  }

  /** Says that the follower lives, and hears how it stands; null where it is gone, expired, another's, or to be let go. */
  async renew(): Promise<LiveAnswerRecord | null> {
    const { scope, id, owner, signal } = this.following;
    if (signal.aborted) return null;
    try {
      return await renewLease(scope, id, owner);
    } catch (error) {
      if (error instanceof EarshotError) return null;
      throw error;
    }
  }

  /** Until the database says that there is news, or another sign of life is due. */
  waitForNews(): Promise<void> {
    return this.#wake.wait(LEASE_MS / 3);
  }

  /** Lets go of the decoder, and of what lies in temporary files. */
  async close(): Promise<void> {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
    // First: a stream that breaks off is decoded as a whole file, unless nobody wants it any more.
    this.#closing.abort();
    this.decoder.close();
    const received = await this.#end?.received.catch(() => null);
    await this.file.discard();
    // Once it is kept, there is no temporary file any more and this does nothing.
    if (received) await this.following.store.discard(received);
  }

  /** Everything that the end needs goes on while everything else about the run is done. What goes wrong is told later. */
  #endStream(isEarly: boolean): EndedStream {
    if (this.#end) return this.#end;
    let early: { readonly pcm: Float32Array; readonly sound: Promise<MeasuredSound> } | null = null;
    const signal = AbortSignal.any([this.following.signal, this.#closing.signal]);
    const decoded = this.decoder.finish(signal, ({ pcm, sha256 }) => {
      early = { pcm, sound: measureInThread(pcm, Promise.resolve(sha256)) };
      early.sound.catch(() => undefined); // awaited where it counts
    });
    const sound = decoded.then(({ recording: { pcm } }) => (early?.pcm === pcm ? early.sound : measureInThread(pcm)));
    const received = this.file.finish();
    for (const work of [decoded, sound, received]) work.catch(() => undefined); // awaited where it is scored
    this.#end = { decoded, sound, received, isEarly };
    return this.#end;
  }

  /**
   * Appends what lies in the store, up to so many bytes in all, and decodes it. There may be much to catch up with: signs
   * of life are given on the way.
   *
   * @returns false where there is no going on
   */
  async #gather(bytes: number): Promise<boolean> {
    const { scope, id, store } = this.following;
    let renewedAt = Date.now();
    for await (const chunk of store.readParts(partsFolder(scope.organizationId, id), bytes, this.file.bytes)) {
      // A stream without an encoding gives buffers.
      await this.file.append(chunk as Buffer);
      await this.decoder.add(chunk as Buffer);
      if (Date.now() - renewedAt < LEASE_MS / 3) continue;
      if (!(await this.renew())) return false;
      renewedAt = Date.now();
    }
    return true;
  }
}
