import { once } from "node:events";
import path from "node:path";
import { PassThrough } from "node:stream";
import { createSupervisedChild } from "@/lib/child-process/supervised-child";
import type { DecodeOutcome, DecodedSound, StreamDecodeRequest } from "@/lib/media/decode-contract";
import { decodeInChild, type DecodeOptions, decodeRecording } from "@/lib/media/decode-recording";
import { type DecodedRecording, describeDecoded } from "@/lib/media/decoded-recording";
import { endsMidStream } from "@/lib/media/ends-mid-stream";
import type { MediaContainer } from "@/lib/media/media-container";
import { probeRecording, type ProbedRecording } from "@/lib/media/probe-recording";
import { PcmReceiver, type ReceivedSamples } from "@/lib/media/streaming/pcm-receiver";
import { hideXingSize } from "@/lib/media/streaming/hide-xing-size";

/** Containers that are decoded while they arrive: they need nothing that comes later. The others wait for their end. */
const STREAMED: readonly MediaContainer[] = ["wav", "mp3", "ogg", "opus", "webm", "mkv"];
/** Enough to say what a recording is, and to hold its header. */
const HEAD_BYTES = 16 * 1024;
const CHILD_HEAP_MB = 512;
/** Someone may speak for a while; a stream that nobody ends is closed by whoever follows it. */
const LONGEST_STREAM_MS = 24 * 3_600_000;
/** A decoder that takes nothing more for so long, or does not come to its end, hangs. */
const STALLED_MS = 10_000;

interface Streaming {
  readonly kind: "streaming";
  readonly container: MediaContainer;
  /** The header names its padding: what the whole file says of its length must be the same in the end. */
  readonly exactLength: boolean;
  readonly input: PassThrough;
  readonly output: PcmReceiver;
  /** null: it broke off. */
  readonly outcome: Promise<DecodeOutcome | null>;
}

type State =
  { readonly kind: "undecided"; readonly head: Buffer[]; headBytes: number } | { readonly kind: "whole" } | Streaming;

export interface FinishedStream {
  readonly recording: DecodedRecording;
  /** False where the whole file was decoded at the end. */
  readonly whileArriving: boolean;
}

/**
 * Decodes a recording while it arrives. Its bytes lie in a growing file, and are handed in here besides; when the last
 * one is here, most of the work is done. What comes out is what decodeRecording() makes of the whole file: wherever that
 * is in doubt (a container that needs its end, a decoder that broke off, a header that the end belies), the whole file is
 * decoded.
 */
export class RecordingStream {
  #state: State = { kind: "undecided", head: [], headBytes: 0 };
  readonly #closing = new AbortController();

  /** @param file where the bytes lie; each of them before it is handed in */
  constructor(
    readonly file: string,
    readonly options: Omit<DecodeOptions, "signal">,
  ) {
    if (options.ffmpegPath) this.#state = { kind: "whole" };
  }

  /** Takes the next bytes. Waits while the decoder is behind; never fails. */
  async add(chunk: Buffer): Promise<void> {
    if (this.#state.kind === "streaming") return this.#write(this.#state, chunk);
    if (this.#state.kind === "whole") return;
    this.#state.head.push(chunk);
    this.#state.headBytes += chunk.length;
    if (this.#state.headBytes < HEAD_BYTES) return;
    const head = Buffer.concat(this.#state.head);
    const probed = await probeRecording(this.file, this.options.limits).catch(() => null);
    this.#state = probed && STREAMED.includes(probed.container) ? this.#start(probed, head) : { kind: "whole" };
  }

  /**
   * The whole recording, once all of it was handed in. The stream is closed then.
   *
   * @param onSamples is told the samples of the stream a little earlier, before it is known whether the whole file agrees:
   *   where it does, the recording has the very same array
   * @throws EarshotError, ChildFailure as decodeRecording()
   */
  async finish(signal?: AbortSignal, onSamples?: (samples: ReceivedSamples) => void): Promise<FinishedStream> {
    try {
      const state = this.#state;
      const streamed = state.kind === "streaming" ? await this.#finishStreaming(state, signal, onSamples) : null;
      if (streamed) return { recording: streamed, whileArriving: true };
      const recording = await decodeRecording(this.file, { ...this.options, ...(signal && { signal }) });
      return { recording, whileArriving: false };
    } finally {
      this.close();
    }
  }

  /** Lets go of the decoder. */
  close(): void {
    this.#closing.abort();
  }

  #start(probed: ProbedRecording, head: Buffer): State {
    const mp3 = probed.container === "mp3" ? hideXingSize(head, probed.soundStart) : null;
    if (probed.container === "mp3" && mp3 === null) return { kind: "whole" };
    const [input, output] = [new PassThrough(), new PcmReceiver(this.options.limits.maxSeconds)];
    input.write(mp3?.bytes ?? head);
    const request: StreamDecodeRequest = {
      path: path.resolve(this.file),
      headBytes: head.length,
      container: probed.container,
      channel: this.options.channel ?? "mix",
      maxSeconds: this.options.limits.maxSeconds,
    };
    const child = createSupervisedChild<StreamDecodeRequest, DecodeOutcome>({
      entry: "decode-stream-child",
      timeoutMs: LONGEST_STREAM_MS,
      maxOldSpaceMb: CHILD_HEAP_MB,
      streams: true,
    });
    const streams = { input, output };
    const outcome = child.request(request, { streams, signal: this.#closing.signal }).catch(() => null);
    return {
      kind: "streaming",
      container: probed.container,
      exactLength: mp3?.hasXing === true,
      input,
      output,
      outcome,
    };
  }

  async #write({ input, outcome }: Streaming, chunk: Buffer): Promise<void> {
    // Where the child has ended, its pipe is closed and nothing more is taken.
    if (input.destroyed || input.write(chunk)) return;
    const taken = once(input, "drain").then(
      () => true,
      () => true,
    );
    if (!(await inTime(Promise.race([taken, outcome.then(() => true)])))) this.close();
  }

  async #finishStreaming(
    streaming: Streaming,
    signal?: AbortSignal,
    onSamples?: (samples: ReceivedSamples) => void,
  ): Promise<DecodedRecording | null> {
    const { input, output, outcome, container } = streaming;
    input.end();
    const header = this.#readHeader(container, signal).catch(() => null);
    const ended = await inTime(outcome);
    const sound = ended?.ok ? ended.sound : null;
    const samples = output.finish();
    if (sound) onSamples?.(samples);
    const whole = await header;
    if (!sound || !whole || !agree(streaming, sound, whole.facts) || whole.probed.container !== container) return null;
    const { claimedDurationMs } = whole.facts;
    const all = { ...sound, pcm: samples.pcm, claimedDurationMs };
    return describeDecoded(whole.probed, all, await endsMidStream(this.file, container));
  }

  /** What the whole file says of itself, now that its end is here. */
  async #readHeader(container: MediaContainer, signal?: AbortSignal) {
    const { limits, channel = "mix" } = this.options;
    const request = { path: path.resolve(this.file), container, channel, maxSeconds: limits.maxSeconds };
    const facts = await decodeInChild({ ...request, headerOnly: true }, signal ? { signal } : {});
    return { facts, probed: await probeRecording(this.file, limits) };
  }
}

/** Whether the stream was understood as the whole file is. */
function agree({ exactLength }: Streaming, streamed: DecodedSound, whole: DecodedSound): boolean {
  const { codec, sampleRateHz, channels, claimedDurationMs } = whole;
  if (streamed.codec !== codec || streamed.sampleRateHz !== sampleRateHz || streamed.channels !== channels)
    return false;
  return !exactLength || streamed.claimedDurationMs === claimedDurationMs;
}

/** The promise's value, or null where it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), STALLED_MS)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
