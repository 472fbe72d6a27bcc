import { hashPcm } from "@/lib/answers/hash-input";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";

/** What is measured of the sound alone, whatever the words are. */
export interface MeasuredSound {
  readonly acoustics: AcousticArtifacts;
  /** Of the samples, hex; worked out in another thread. */
  readonly pcmSha256: Promise<string>;
}

/** Measures 16 kHz mono. @throws RangeError for more sound than is scored */
export type MeasureSound = (pcm: Float32Array) => MeasuredSound | Promise<MeasuredSound>;

/** Measures the sound in this thread: for a program that has nothing else to do meanwhile. */
export function measureSound(pcm: Float32Array): MeasuredSound {
  const pcmSha256 = startHashing(pcm);
  return { acoustics: analyseAcoustics(pcm), pcmSha256 };
}

/** Whoever needs the hash awaits it; where nobody gets there, that it failed is not missed. */
export function startHashing(pcm: Float32Array): Promise<string> {
  const hashing = hashPcm(pcm);
  hashing.catch(() => undefined);
  return hashing;
}
