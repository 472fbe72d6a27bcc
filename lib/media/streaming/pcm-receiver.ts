import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { maxSamplesOf } from "@/lib/media/collect-pcm";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const FIRST_BYTES = 16 * 1024 * 1024;
const { BYTES_PER_ELEMENT } = Float32Array;

/** All samples that came, in memory that threads can share. */
export interface ReceivedSamples {
  readonly pcm: Float32Array;
  /** Of their bytes, hex; worked out while they came. */
  readonly sha256: string;
}

/** Takes the samples that pipePcm() hands on. More of them than the time allows is a fault: the sender stops before. */
export class PcmReceiver extends Writable {
  #bytes = new Uint8Array(new SharedArrayBuffer(FIRST_BYTES));
  #count = 0;
  readonly #hash = createHash("sha256");

  constructor(readonly maxSeconds: number) {
    super();
  }

  /** All samples, once the stream has ended. To be called once. */
  finish(): ReceivedSamples {
    const received = Math.floor(this.#count / BYTES_PER_ELEMENT);
    const pcm = new Float32Array(this.#bytes.buffer, 0, Math.min(received, this.maxSeconds * SAMPLE_RATE_HZ));
    const isAllHashed = pcm.byteLength === this.#count;
    return { pcm, sha256: isAllHashed ? this.#hash.digest("hex") : hash(pcm) };
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    const count = this.#count + chunk.length;
    const limit = maxSamplesOf(this.maxSeconds) * BYTES_PER_ELEMENT;
    if (count > limit) return done(new Error("More samples came than the time allows."));
    if (count > this.#bytes.length) {
      const larger = new SharedArrayBuffer(Math.min(limit, Math.max(count, this.#bytes.length * 2)));
      const bytes = new Uint8Array(larger);
      bytes.set(this.#bytes.subarray(0, this.#count));
      this.#bytes = bytes;
    }
    this.#bytes.set(chunk, this.#count);
    this.#count = count;
    this.#hash.update(chunk);
    done();
  }
}

/** Of what is left once padding beyond the time is cut off. */
function hash({ buffer, byteLength }: Float32Array): string {
  return createHash("sha256")
    .update(new Uint8Array(buffer, 0, byteLength))
    .digest("hex");
}
