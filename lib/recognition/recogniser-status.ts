import { ALIGNED_LANGUAGES } from "@/lib/recognition/alignment-model";

export interface RecogniserStatus {
  /** The connected recogniser's id; null: words come from supplied transcripts only. */
  readonly recogniser: null;
  /** Languages (ISO 639-1) whose transcripts without times are aligned. */
  readonly alignedLanguages: readonly string[];
  /** What that means and what to do, for `npm run doctor`. */
  readonly advice: string;
}

/** Where words can come from on this machine. */
export function recogniserStatus(): RecogniserStatus {
  return {
    recogniser: null,
    alignedLanguages: ALIGNED_LANGUAGES,
    advice:
      "No recogniser is connected: they come with a later version. Supplied transcripts work now: send WebVTT, SRT, JSON words " +
      `or plain text with the recording; text without times is aligned in ${ALIGNED_LANGUAGES.join(" and ")}.`,
  };
}
