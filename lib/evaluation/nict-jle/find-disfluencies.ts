import type { OralInterview, TaggedWord } from "@/lib/evaluation/nict-jle/read-oral-interviews";
import type { Occurrence } from "@/scoring/features/answer-view";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";

/** How often something was found where annotators tagged it. */
export interface DetectionCounts {
  readonly tagged: number;
  readonly found: number;
  readonly hit: number;
}

/** Fillers and repairs of one interview, by the annotators' tags and by the product's own search of the words. */
export interface Disfluencies {
  readonly level: number;
  /** Words that are neither filler nor given up. */
  readonly taggedTokens: number;
  readonly ownTokens: number;
  readonly fillers: DetectionCounts;
  readonly repairs: DetectionCounts;
}

/** Each word gets a second of its own, so that a time says which word it was. */
const WORD_MS = 1_000;
const ENGLISH = "en";

export function findDisfluencies(interview: OralInterview): Disfluencies {
  let [taggedTokens, ownTokens] = [0, 0];
  let fillers: DetectionCounts = { tagged: 0, found: 0, hit: 0 };
  let repairs: DetectionCounts = fillers;
  for (const turn of interview.turns) {
    const words = turn.map(({ text }, i) => ({
      text,
      startMs: i * WORD_MS,
      endMs: (i + 1) * WORD_MS,
      confidence: null,
    }));
    // A turn's end is not marked; nothing runs over it, since each turn is searched alone.
    const own = tokenise(words, findLanguagePack(ENGLISH));
    taggedTokens += turn.filter((word) => !word.filler && !word.givenUp).length;
    ownTokens += own.tokens.length;
    fillers = add(fillers, {
      tagged: turn.filter((word) => word.filler).length,
      found: own.filledPauses.length,
      hit: own.filledPauses.filter((found) => wordsOf(found, turn).some((word) => word.filler)).length,
    });
    repairs = add(repairs, {
      tagged: turn.filter((word) => word.opensRepair).length,
      found: own.repairs.length,
      hit: own.repairs.filter((found) => wordsOf(found, turn).some((word) => word.givenUp)).length,
    });
  }
  return { level: interview.level, taggedTokens, ownTokens, fillers, repairs };
}

function wordsOf({ startMs, endMs }: Occurrence, turn: readonly TaggedWord[]): readonly TaggedWord[] {
  return turn.slice(Math.floor(startMs / WORD_MS), Math.ceil(endMs / WORD_MS));
}

/** Sums counts over turns or interviews. */
export function add(a: DetectionCounts, b: DetectionCounts): DetectionCounts {
  return { tagged: a.tagged + b.tagged, found: a.found + b.found, hit: a.hit + b.hit };
}
