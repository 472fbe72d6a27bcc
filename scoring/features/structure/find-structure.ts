import type { Occurrence, Token } from "@/scoring/features/answer-view";
import type { Moment } from "@/scoring/features/measurement";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";
import type { PhraseList } from "@/scoring/language/phrase-list";
import type { PhraseMatch } from "@/scoring/language/phrase-matches";

/** A part that a structured answer has: what it is called, its share of the measure, and what was found of it. */
export interface StructurePart {
  readonly name: string;
  readonly share: number;
  /** What a place of it is called. */
  readonly word: string;
  /** Empty where the part is not there. */
  readonly found: readonly Occurrence[];
}

/** A stretch of the answer, as shares of its tokens. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const WHOLE: Stretch = { from: 0, to: 1 };
/** Shares of the answer in which a part is looked for (scoring-science 3.1). */
const FIRST_40_PERCENT: Stretch = { from: 0, to: 0.4 };
const LAST_40_PERCENT: Stretch = { from: 0.6, to: 1 };
const FIRST_QUARTER: Stretch = { from: 0, to: 0.25 };

/** Situation, actions, result and order in an answer about something that happened. */
export function findPastStructure(tokens: readonly Token[], pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("situation", 0.25, tokens, cues.situation, 1, FIRST_40_PERCENT),
    part("own actions", 0.3, tokens, cues.pastAction, 2),
    part("result", 0.25, tokens, cues.result, 1, LAST_40_PERCENT),
    { name: "steps in order", share: 0.2, word: "order", found: orderedMarkers(tokens, cues.sequence) },
  ];
}

/** Stance, steps, reason and check in an answer about what one would do. */
export function findSituationalStructure(tokens: readonly Token[], pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("stance", 0.2, tokens, cues.stance, 1, FIRST_QUARTER),
    part("steps", 0.35, tokens, cues.planStep, 3),
    part("reason", 0.2, tokens, cues.reason, 1),
    part("check", 0.25, tokens, cues.check, 1),
  ];
}

/** Claim, points, example and closing in an answer to any other question. */
export function findOpenStructure(tokens: readonly Token[], pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("claim", 0.25, tokens, cues.claim, 1, FIRST_QUARTER),
    part("reasons or points", 0.3, tokens, cues.point, 2),
    part("example", 0.25, tokens, cues.example, 1),
    part("closing", 0.2, tokens, cues.closing, 1, LAST_40_PERCENT),
  ];
}

function part(
  name: string,
  share: number,
  tokens: readonly Token[],
  list: PhraseList,
  atLeast: number,
  stretch: Stretch = WHOLE,
): StructurePart {
  const from = stretch.from * tokens.length;
  const to = stretch.to * tokens.length;
  const hits = findPhrases(tokens, list).filter((hit) => hit.firstToken >= from && hit.firstToken < to);
  return { name, share, word: name, found: hits.length >= atLeast ? hits : [] };
}

/** Two markers of which the later does not stand before the earlier: "first" after "finally" is no order. */
function orderedMarkers(tokens: readonly Token[], lists: readonly PhraseList[]): PhraseMatch[] {
  const markers = lists
    .flatMap((list, rank) => findPhrases(tokens, list).map((match) => ({ match, rank })))
    .sort((a, b) => a.match.firstToken - b.match.firstToken);
  const ordered = markers.some(({ rank }, index) => (markers[index + 1]?.rank ?? -1) >= rank);
  return ordered ? markers.map(({ match }) => match) : [];
}

/** The places of a part, in words of behaviour. */
export function structureMoments({ word, found }: StructurePart): Moment[] {
  return found.map(({ text, startMs, endMs }) => ({ text: `${word}: ${text}`, startMs, endMs }));
}
