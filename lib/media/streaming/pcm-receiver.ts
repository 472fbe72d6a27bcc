import { Writable } from "node:stream";
import { cutToLength, maxSamplesOf } from "@/lib/media/collect-pcm";

const FIRST_BYTES = 16 * 1024 * 1024;
const { BYTES_PER_ELEMENT } = Float32Array;

/** Takes the samples that pipePcm() hands on. More of them than the time allows is a fault: the sender stops before. */
export class PcmReceiver extends Writable {
  #bytes = new Uint8Array(FIRST_BYTES);
  #count = 0;

  constructor(readonly maxSeconds: number) {
    super();
  }

  /** All samples, once the stream has ended. */
  samples(): Float32Array {
    return cutToLength(
      new Float32Array(this.#bytes.buffer, 0, Math.floor(this.#count / BYTES_PER_ELEMENT)),
      this.maxSeconds,
    );
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    const count = this.#count + chunk.length;
    const limit = maxSamplesOf(this.maxSeconds) * BYTES_PER_ELEMENT;
    if (count > limit) return done(new Error("More samples came than the time allows."));
    if (count > this.#bytes.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(count, this.#bytes.length * 2)));
      larger.set(this.#bytes.subarray(0, this.#count));
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.#count);
    this.#count = count;
    done();
  }
}
