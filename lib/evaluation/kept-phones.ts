import { z } from "zod";
import type { PhoneAlignmentResponse } from "@/lib/recognition/alignment-messages";
import type { PhoneAlignment } from "@/scoring/transcripts/phones";

const span = z.tuple([z.string().max(4), z.number().min(0), z.number().min(0), z.number().max(0)]);
const alignedSpan = z.tuple([
  z.string().max(4),
  z.number().min(0),
  z.number().min(0),
  z.number().max(0),
  z.int().nullable(),
]);

/** A phone alignment as small JSON: [phone, startMs, endMs, logLikelihood(, word)]; `failed` says why there is none. */
export const keptPhonesSchema = z.union([
  z.strictObject({ aligned: z.array(alignedSpan), free: z.array(span) }),
  z.strictObject({ failed: z.string() }),
]);

export type KeptPhones = z.infer<typeof keptPhonesSchema>;

export function toKeptPhones(response: PhoneAlignmentResponse): KeptPhones {
  if (!response.ok) return { failed: response.detail };
  const { aligned, free } = response.phones;
  return {
    aligned: aligned.map(({ phone, startMs, endMs, logLikelihood, word }) => [
      phone,
      startMs,
      endMs,
      logLikelihood,
      word,
    ]),
    free: free.map(({ phone, startMs, endMs, logLikelihood }) => [phone, startMs, endMs, logLikelihood]),
  };
}

/** null where the text could not be laid over the sound. */
export function fromKeptPhones(kept: KeptPhones): PhoneAlignment | null {
  if ("failed" in kept) return null;
  return {
    aligned: kept.aligned.map(([phone, startMs, endMs, logLikelihood, word]) => ({
      phone,
      startMs,
      endMs,
      logLikelihood,
      word,
    })),
    free: kept.free.map(([phone, startMs, endMs, logLikelihood]) => ({ phone, startMs, endMs, logLikelihood })),
  };
}
