import { readSync } from "node:fs";
import type { ReadAt } from "@/lib/media/pcm/pcm-layout";

const STDIN = 0;

/**
 * Standard input as something that is read by position. It only goes forward: what lies between is skipped. Each call
 * waits until all of its bytes are here, or the input has ended. For a process that has nothing else to do meanwhile.
 */
export function readStdinAt(): ReadAt {
  let position = 0;
  const fill = (length: number): Uint8Array => {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const read = readSync(STDIN, bytes, filled, length - filled, null);
      if (read === 0) break;
      filled += read;
    }
    position += filled;
    return bytes.subarray(0, filled);
  };
  return (start, length) => {
    if (start < position) throw new Error("A stream cannot be read backwards.");
    if (start > position) fill(start - position);
    return fill(length);
  };
}
