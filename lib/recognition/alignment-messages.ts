import type { AlignmentModel } from "@/lib/recognition/alignment-model";
import type { PhoneAlignment } from "@/scoring/transcripts/phones";

/** To the aligner child: samples at 16 kHz and the written words said in them. */
export interface AlignmentRequest {
  readonly model: AlignmentModel;
  readonly samples: Float32Array;
  readonly words: readonly string[];
}

/** One dictionary word as the aligner placed it; several belong to one written word ("$5" is two). */
export interface AlignedToken {
  /** Index in the request's words. */
  readonly word: number;
  readonly startMs: number;
  readonly endMs: number;
  /** The aligner's probability of the word given the sound, 0..1. A fit, not a chance to be right. */
  readonly probability: number;
  readonly phones: number;
}

/** `ok: false`: the words cannot be laid over the sound at all (too many for it, or no path through it). */
export type AlignmentResponse =
  { readonly ok: true; readonly tokens: readonly AlignedToken[] } | { readonly ok: false; readonly detail: string };

/** To the same child: words and phones with likelihoods. English only, because the free phone loop is. */
export interface PhoneAlignmentRequest {
  readonly phones: true;
  readonly model: "en-us";
  readonly samples: Float32Array;
  readonly words: readonly string[];
}

export type PhoneAlignmentResponse =
  { readonly ok: true; readonly phones: PhoneAlignment } | { readonly ok: false; readonly detail: string };
