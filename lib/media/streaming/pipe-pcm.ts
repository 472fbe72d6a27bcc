import { writeSync } from "node:fs";
import { maxSamplesOf, type PcmCollector, settleSamples, tooLong } from "@/lib/media/collect-pcm";

/**
 * As collectPcm(), but hands the samples on as they come, as 32-bit floats of this machine: what a process decodes for
 * minutes need not be copied to another one in the end.
 *
 * @param pipe a file descriptor that blocks
 * @throws EarshotError `media_too_long` from `push`
 */
export function pipePcm(maxSeconds: number, pipe: number): PcmCollector {
  const maxSamples = maxSamplesOf(maxSeconds);
  let count = 0;
  let silencedSamples = 0;
  return {
    push(samples) {
      if (count + samples.length > maxSamples) throw tooLong(maxSeconds, null);
      const settled = new Float32Array(samples.length);
      silencedSamples += settleSamples(samples, settled, 0);
      count += samples.length;
      const bytes = new Uint8Array(settled.buffer);
      for (let at = 0; at < bytes.length;) at += writeSync(pipe, bytes, at, bytes.length - at);
    },
    finish: () => ({ pcm: new Float32Array(0), silencedSamples }),
  };
}
