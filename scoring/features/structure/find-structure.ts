import type { Occurrence, Token, TopicStretch } from "@/scoring/features/answer-view";
import type { Moment } from "@/scoring/features/measurement";
import { topicCreditAt } from "@/scoring/features/relevance/topic-credit";
import { findPhrases } from "@/scoring/language/find-phrases";
import type { LanguagePack } from "@/scoring/language/language-pack";
import type { PhraseList } from "@/scoring/language/phrase-list";

/** A part that a structured answer has: what it is called, its share of the measure, and what was found of it. */
export interface StructurePart {
  readonly name: string;
  readonly share: number;
  /** What a place of it is called. */
  readonly word: string;
  /** Empty where the part is not there. */
  readonly found: readonly Occurrence[];
  /** How far the part counts, 0..1: what its weakest needed place has to do with the question; 0 where it is not there. */
  readonly credit: number;
}

/** What structure is looked for in. */
export interface StructuredWords {
  readonly tokens: readonly Token[];
  /** Absent where the question is not known: everything then counts in full. */
  readonly topic?: readonly TopicStretch[];
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
export function findPastStructure(words: StructuredWords, pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("situation", 0.25, words, cues.situation, 1, FIRST_40_PERCENT),
    part("own actions", 0.3, words, cues.pastAction, 2),
    part("result", 0.25, words, cues.result, 1, LAST_40_PERCENT),
    { name: "steps in order", share: 0.2, word: "order", ...orderedMarkers(words, cues.sequence) },
  ];
}

/** Stance, steps, reason and check in an answer about what one would do. */
export function findSituationalStructure(words: StructuredWords, pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("stance", 0.2, words, cues.stance, 1, FIRST_QUARTER),
    part("steps", 0.35, words, cues.planStep, 3),
    part("reason", 0.2, words, cues.reason, 1),
    part("check", 0.25, words, cues.check, 1),
  ];
}

/** Claim, points, example and closing in an answer to any other question. */
export function findOpenStructure(words: StructuredWords, pack: LanguagePack): StructurePart[] {
  const cues = pack.structure;
  return [
    part("claim", 0.25, words, cues.claim, 1, FIRST_QUARTER),
    part("reasons or points", 0.3, words, cues.point, 2),
    part("example", 0.25, words, cues.example, 1),
    part("closing", 0.2, words, cues.closing, 1, LAST_40_PERCENT),
  ];
}

function part(
  name: string,
  share: number,
  words: StructuredWords,
  list: PhraseList,
  atLeast: number,
  stretch: Stretch = WHOLE,
): StructurePart {
  const from = stretch.from * words.tokens.length;
  const to = stretch.to * words.tokens.length;
  const places = findPhrases(words.tokens, list)
    .filter((hit) => hit.firstToken >= from && hit.firstToken < to)
    .map((hit) => ({ hit, credit: topicCreditAt(hit.firstToken, words.topic) }))
    .filter(({ credit }) => credit > 0);
  const credit = places.map((place) => place.credit).sort((a, b) => b - a)[atLeast - 1] ?? 0;
  return { name, share, word: name, found: credit > 0 ? places.map(({ hit }) => hit) : [], credit };
}

/** Two markers of which the later does not stand before the earlier: "first" after "finally" is no order. */
function orderedMarkers(
  { tokens, topic }: StructuredWords,
  lists: readonly PhraseList[],
): Pick<StructurePart, "found" | "credit"> {
  const markers = lists
    .flatMap((list, rank) => {
      return findPhrases(tokens, list).map((match) => ({
        match,
        rank,
        credit: topicCreditAt(match.firstToken, topic),
      }));
    })
    .filter(({ credit }) => credit > 0)
    .sort((a, b) => a.match.firstToken - b.match.firstToken);
  const pairs = markers.map(({ rank, credit }, index) => {
    const next = markers[index + 1];
    return next !== undefined && next.rank >= rank ? Math.min(credit, next.credit) : 0;
  });
  const credit = Math.max(0, ...pairs);
  return { found: credit > 0 ? markers.map(({ match }) => match) : [], credit };
}

/** The places of a part, in words of behaviour. */
export function structureMoments({ word, found }: StructurePart): Moment[] {
  return found.map(({ text, startMs, endMs }) => ({ text: `${word}: ${text}`, startMs, endMs }));
}
