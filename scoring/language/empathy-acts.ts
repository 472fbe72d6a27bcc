import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { findPhrases } from "@/scoring/language/find-phrases";
import { EMPATHY_ACTS, type EmpathyAct, type LanguagePack } from "@/scoring/language/language-pack";
import { neutralWord } from "@/scoring/language/phrase-list";
import { endsSentence, type PhraseMatch } from "@/scoring/language/phrase-matches";

/** An act towards the other person (scoring-science 4.4) that counts. */
export interface ActOccurrence extends Occurrence {
  readonly act: EmpathyAct;
}

/** Tokens `[firstToken, lastToken]`, both inclusive. */
export type TokenStretch = Pick<PhraseMatch, "firstToken" | "lastToken">;

export interface EmpathyActs {
  /** Acts that count, ascending by time. */
  readonly acts: readonly ActOccurrence[];
  /** More than 6 acts per 100 tokens: a list of phrases rather than an answer. Every act then counts at most once. */
  readonly stuffed: boolean;
}

/** The same words count again only after this long. */
const SAME_PHRASE_MS = 20_000;
/** Acts closer than this are one cluster, of which two count (8.2). */
const CLUSTER_GAP_MS = 8_000;
const MAX_ACTS_PER_CLUSTER = 2;
const MAX_ACTS_PER_100_TOKENS = 6;
const FEELING_REACH_TOKENS = 6;

interface Candidate extends PhraseMatch {
  readonly act: EmpathyAct;
  /** True for a sentence that only its mark tells to be a question: one is as good as another. */
  readonly unworded?: true;
}

/** Ten features ask for the acts of the same tokens; the tokens decide them, so remembering changes only the time. */
const rememberedActs = new WeakMap<readonly Token[], EmpathyActs>();
const rememberedPlaces = new WeakMap<readonly Token[], readonly Candidate[]>();

/**
 * Finds the acts of 4.4 in an answer. Words serve one act only (the earlier in the answer, cold phrases before all);
 * the same words count once per 20 s; of acts less than 8 s apart only two count, so that phrases strung together gain
 * little. Cold phrases are outside that cap: nothing said beside them makes them fewer.
 */
export function findEmpathyActs(tokens: readonly Token[], pack: LanguagePack): EmpathyActs {
  const known = rememberedActs.get(tokens);
  if (known !== undefined) return known;
  const spaced = spaceOut(findPlaces(tokens, pack), tokens, pack);
  const warm = spaced.filter(isWarm);
  const stuffed = 100 * warm.length > MAX_ACTS_PER_100_TOKENS * tokens.length;
  const cold = spaced.filter((hit) => !isWarm(hit));
  const acts = [...capClusters(warm), ...cold]
    .sort((a, b) => a.firstToken - b.firstToken)
    .map(({ act, text, startMs, endMs }) => ({ act, text, startMs, endMs }));
  const result = { acts, stuffed };
  rememberedActs.set(tokens, result);
  return result;
}

/** The places of all warm phrases, those too that a cap leaves out; ascending, not overlapping. */
export function findWarmPhrases(tokens: readonly Token[], pack: LanguagePack): readonly TokenStretch[] {
  return findPlaces(tokens, pack).filter(isWarm);
}

function findPlaces(tokens: readonly Token[], pack: LanguagePack): readonly Candidate[] {
  const known = rememberedPlaces.get(tokens);
  if (known !== undefined) return known;
  const places = withoutOverlaps(candidates(tokens, pack));
  rememberedPlaces.set(tokens, places);
  return places;
}

function isWarm({ act }: Candidate): boolean {
  return act !== "coldOrBlame";
}

/** All hits, cold phrases first, then by place, then by the order of the score sheet. */
function candidates(tokens: readonly Token[], pack: LanguagePack): Candidate[] {
  const hits: Candidate[] = [];
  for (const act of EMPATHY_ACTS) {
    const found = act === "nameFeeling" ? namedFeelings(tokens, pack) : findPhrases(tokens, pack.empathy[act]);
    for (const { text, startMs, endMs, firstToken, lastToken } of found) {
      hits.push({ act, text, startMs, endMs, firstToken, lastToken });
    }
  }
  hits.push(...questions(tokens, hits));
  return hits.sort((a, b) => Number(isWarm(a)) - Number(isWarm(b)) || a.firstToken - b.firstToken);
}

/** A state within six tokens of the other person, in the same sentence, with the speaker not nearer. */
function namedFeelings(tokens: readonly Token[], pack: LanguagePack): PhraseMatch[] {
  return findPhrases(tokens, pack.feeling.states).filter(({ firstToken }) => {
    const other = distanceTo(pack.feeling.otherPeople, tokens, firstToken);
    return other <= FEELING_REACH_TOKENS && other < distanceTo(pack.feeling.speaker, tokens, firstToken);
  });
}

/** Tokens to the nearest member of `people` in the same sentence; Infinity when there is none. */
function distanceTo(people: ReadonlySet<string>, tokens: readonly Token[], from: number): number {
  let nearest = Infinity;
  for (const direction of [-1, 1]) {
    for (let step = 1; step <= FEELING_REACH_TOKENS; step++) {
      const at = from + direction * step;
      const token = tokens[at];
      if (token === undefined || endsSentence(direction < 0 ? token : tokens[at - 1])) break;
      if (people.has(token.text)) nearest = Math.min(nearest, step);
    }
  }
  return nearest;
}

/** Sentences that the transcript ends with "?", where no phrase of asking was found already. */
function questions(tokens: readonly Token[], hits: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  let sentenceStart = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || !endsSentence(token)) continue;
    const first = sentenceStart;
    sentenceStart = index + 1;
    if (token.mark !== "?") continue;
    if (hits.some((hit) => hit.act === "explore" && hit.firstToken >= first && hit.lastToken <= index)) continue;
    const { text, startMs, endMs } = token;
    found.push({
      act: "explore",
      unworded: true,
      text: `${text}?`,
      startMs,
      endMs,
      firstToken: index,
      lastToken: index,
    });
  }
  return found;
}

function withoutOverlaps(hits: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const hit of hits) {
    const overlaps = kept.some((other) => other.firstToken <= hit.lastToken && hit.firstToken <= other.lastToken);
    if (!overlaps) kept.push(hit);
  }
  return kept.sort((a, b) => a.firstToken - b.firstToken);
}

function spaceOut(hits: readonly Candidate[], tokens: readonly Token[], pack: LanguagePack): Candidate[] {
  const lastCountedMs = new Map<string, number>();
  return hits.filter((hit) => {
    const saying = sayingOf(hit, tokens, pack);
    const before = lastCountedMs.get(saying);
    if (before !== undefined && hit.startMs - before < SAME_PHRASE_MS) return false;
    lastCountedMs.set(saying, hit.startMs);
    return true;
  });
}

function capClusters(hits: readonly Candidate[]): Candidate[] {
  let inCluster = 0;
  let lastEndMs = -Infinity;
  return hits.filter((hit) => {
    inCluster = hit.startMs - lastEndMs < CLUSTER_GAP_MS ? inCluster + 1 : 1;
    lastEndMs = Math.max(lastEndMs, hit.endMs);
    return inCluster <= MAX_ACTS_PER_CLUSTER;
  });
}

/** What makes it the same saying as another one, gender of pronouns aside. */
function sayingOf(hit: Candidate, tokens: readonly Token[], pack: LanguagePack): string {
  if (hit.unworded) return `${hit.act}:?`;
  const covered = tokens.slice(hit.firstToken, hit.lastToken + 1);
  return `${hit.act}:${covered.map((token) => neutralWord(token.text, pack.wordClasses)).join(" ")}`;
}
