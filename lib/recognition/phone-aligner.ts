import { createChildPool } from "@/lib/child-process/child-pool";
import type { PhoneAlignmentRequest, PhoneAlignmentResponse } from "@/lib/recognition/alignment-messages";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { Pcm } from "@/scoring/transcripts/ports";

/** Six times the measured cost (0.17 s a second of sound), for slow and busy machines; loading the models comes on top. */
const TIMEOUT_PER_AUDIO_SECOND_MS = 1_000;
const TIMEOUT_BASE_MS = 60_000;
const MAX_OLD_SPACE_MB = 256;

/** Phones of English sentences; the id names what the likelihoods depend on. */
export interface PhoneAligner {
  readonly id: string;
  /** @throws ChildFailure when the aligner breaks, takes too long or `signal` aborts */
  align(pcm: Pcm, words: readonly string[], options?: { signal?: AbortSignal }): Promise<PhoneAlignmentResponse>;
  close(): Promise<void>;
}

/** {@link alignPhones} in supervised child processes, `children` sentences at once. */
export function createPhoneAligner({ children = 2 } = {}): PhoneAligner {
  const pool = createChildPool<PhoneAlignmentRequest, PhoneAlignmentResponse>(
    { entry: "aligner-child", timeoutMs: TIMEOUT_BASE_MS, maxOldSpaceMb: MAX_OLD_SPACE_MB },
    children,
  );
  return {
    id: "soundswallower@0.6.3/phones@1",
    close: () => pool.close(),
    async align(pcm, words, { signal } = {}) {
      const timeoutMs = TIMEOUT_BASE_MS + (pcm.length / SAMPLE_RATE_HZ) * TIMEOUT_PER_AUDIO_SECOND_MS;
      const message: PhoneAlignmentRequest = { phones: true, model: "en-us", samples: pcm, words };
      return pool.request(message, { timeoutMs, ...(signal && { signal }) });
    },
  };
}
