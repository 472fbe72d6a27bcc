import { createHash } from "node:crypto";
import { fixedSound } from "@/lib/evaluation/fixed-sound";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";

let fingerprint: string | null = null;

/**
 * What the acoustic analysis makes of one fixed sound, as a hash: kept measurements of another analysis do not count as
 * this one's. Behaviour rather than source, so that a comment does not cost ten minutes.
 */
export function acousticsFingerprint(): string {
  fingerprint ??= createHash("sha256")
    .update(JSON.stringify(toStoredAcoustics(analyseAcoustics(fixedSound()))))
    .digest("hex")
    .slice(0, 16);
  return fingerprint;
}
