/** How long and how large a recording may be. Set by MEDIA_MAX_SECONDS and MEDIA_MAX_BYTES. */
export interface MediaLimits {
  readonly maxSeconds: number;
  readonly maxBytes: number;
}

/** 15 minutes and 200 MiB: an answer is about four minutes, and a phone's video of it about 100 MB. */
export const DEFAULT_MEDIA_LIMITS: MediaLimits = { maxSeconds: 15 * 60, maxBytes: 200 * 1024 * 1024 };

/** Speech needs 8 kHz; nothing sensible is above 192 kHz. A "1 Hz" WAV of 400 kB would become 6.4 G samples. */
export const MIN_SAMPLE_RATE_HZ = 8_000;
export const MAX_SAMPLE_RATE_HZ = 192_000;
export const MAX_CHANNELS = 8;

/** A recording counts as partial when it holds less than its header promised, beyond what encoders round off. */
const MISSING_TOLERANCE_MS = 1_000;
const MISSING_TOLERANCE_SHARE = 0.02;

/** True when the decoded length falls short of the promised one by more than 1 s and 2 %. */
export function isCutShort(decodedMs: number, claimedMs: number | null): boolean {
  if (claimedMs === null) return false;
  const missingMs = claimedMs - decodedMs;
  return missingMs > MISSING_TOLERANCE_MS && missingMs > claimedMs * MISSING_TOLERANCE_SHARE;
}

/** "15 minutes", "90 seconds", "3 h 2 min": a length for people. */
export function durationInWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds * 10) / 10} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
