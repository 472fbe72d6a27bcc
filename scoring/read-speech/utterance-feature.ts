import type { PreparedUtterance } from "@/scoring/read-speech/prepared-utterance";
import type { UsualGoodness } from "@/scoring/read-speech/usual-goodness";

/** One property of a read sentence. */
export interface UtteranceFeature {
  /** "pauses.longest" */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Whether readers with more of it are judged better (`rising`) or worse: the one shape that its term may have. */
  readonly shape: "rising" | "falling";
  /** Why it is there. */
  readonly basis: string;
  /** null where it cannot be measured, never a made-up number. */
  extract(utterance: PreparedUtterance, usual: UsualGoodness): number | null;
}
