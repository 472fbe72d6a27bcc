import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { decodeForEvaluation } from "@/lib/evaluation/measured-utterances";
import { encodeSound, type EncodedContainer } from "@/lib/evaluation/sound-changes/encode-sound";

/**
 * The sound written as a compressed file and decoded as an uploaded one. Timing stays: players and our decoder skip the
 * encoder's delay, which the file states.
 *
 * @returns null where this build has no such encoder
 */
export async function reencodeSound(
  pcm: Float32Array,
  container: EncodedContainer,
  bitsPerSecond: number,
): Promise<Float32Array | null> {
  const folder = await mkdtemp(path.join(tmpdir(), "earshot-reencode-"));
  try {
    const file = path.join(folder, `answer.${container}`);
    if (!(await encodeSound(pcm, file, container, bitsPerSecond))) return null;
    return await decodeForEvaluation(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
