import { HESITATION_RECALL } from "@/scoring/acoustics/find-hesitations";
import { intervalMs, totalMs } from "@/scoring/acoustics/interval";
import type { FillersView, RelevanceView, TimelineView, WordsView } from "@/scoring/features/answer-view";
import { countAnswerSyllables, prepareSyllables } from "@/scoring/features/view/answer-syllables";
import { buildFramesView } from "@/scoring/features/view/build-frames-view";
import { windowFrames } from "@/scoring/features/view/window-frames";
import { findFilledPauses } from "@/scoring/features/view/find-filled-pauses";
import { findSilentPauses } from "@/scoring/features/view/find-silent-pauses";
import { placePauses } from "@/scoring/features/view/place-pauses";
import { refineRuns, type KnownWord } from "@/scoring/features/view/refine-runs";
import type { PreparedView } from "@/scoring/features/view/prepared-view";
import { answerRuns, middleMs, responseWindow, splitIntoBlocks } from "@/scoring/features/view/response-window";
import { findSoftFillers } from "@/scoring/language/find-soft-fillers";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { findNames } from "@/scoring/language/relevance/find-names";
import { prepareRelevance, type RelevanceJudge } from "@/scoring/language/relevance/prepare-relevance";
import type { SpokenWord } from "@/scoring/language/split-words";
import { tokenise, type TokenisedAnswer } from "@/scoring/language/tokenise";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";
import type { TimedWord } from "@/scoring/transcripts/words";

/**
 * Everything features read, worked out once (scoring-science 2.2-2.9): the response window with its runs, pauses and
 * blocks, frames with relative pitch, syllables, filled pauses, tokens, relevance. What was said before the end of the
 * question is not part of the answer. Never throws on a valid input; an answer without speech has an empty window.
 *
 * @param hesitationRecall measured share of filled pauses that the search of the sound finds, see findFilledPauses
 */
export function buildAnswerView(input: ScorerInput, hesitationRecall: number = HESITATION_RECALL): PreparedView {
  const { acoustics, transcript, prompt } = input;
  const pack = findLanguagePack(input.language);
  const promptEndMs = prompt?.endMs ?? null;
  const runs = answerRuns(acoustics.runs, promptEndMs);
  const window = responseWindow(runs);
  const said = transcript?.words.filter((word) => middleMs(word) >= (promptEndMs ?? -Infinity)) ?? null;
  const tokenised = said === null ? null : tokenise(said, pack);
  const words = wordsView(said, tokenised, transcript?.meanConfidence ?? null);
  const hesitations = acoustics.hesitations.filter((held) => held.startMs >= window.startMs);
  const fillers: FillersView = {
    ...findFilledPauses(tokenised?.filledPauses ?? [], hesitations, said ?? [], acoustics.levels, hesitationRecall),
    softFillers: findSoftFillers(tokenised?.tokens ?? [], pack),
  };
  const spoken = tokenised?.spoken ?? [];
  const syllables = prepareSyllables(spoken, pack, transcript?.meanConfidence ?? null, acoustics.levels.snrDb);
  const refined = refineRuns(runs, transcript?.source === "estimated" ? [] : knownWords(spoken, syllables.counts));
  const pauses = placePauses(findSilentPauses(refined, fillers.filledPauses), words?.tokens ?? null, pack);
  const timeline: TimelineView = {
    window,
    durationMs: intervalMs(window),
    blocks: splitIntoBlocks(window),
    runs: refined,
    speechMs: totalMs(refined),
    pauses,
    promptEndMs,
  };
  const nucleiMs = acoustics.nucleiMs.filter((time) => time >= window.startMs && time <= window.endMs);
  // Levels, pitch and phrase ends are those of what is heard: the faint frames that only words vouch for would lower them.
  const frames = windowFrames(acoustics.frames, runs, window);
  const judgeRelevance = relevanceJudge(input, words, pack);
  const relevance = evaluateRelevance(judgeRelevance, words);
  return {
    language: input.language,
    accommodations: input.accommodations,
    timeline,
    levels: acoustics.levels,
    frames: buildFramesView(frames, { ...timeline, runs }),
    syllables: { nucleiMs, count: countAnswerSyllables(syllables, nucleiMs.length, null) },
    fillers,
    words: withTopic(words, relevance),
    prompt,
    promptType: prompt?.type ?? "open",
    relevance,
    prepared: { frames, syllables, judgeRelevance },
  };
}

/** Relevance of the given words, null where it cannot be judged. */
export function evaluateRelevance(judge: RelevanceJudge | null, words: WordsView | null): RelevanceView | null {
  return judge === null || words === null ? null : judge(words.tokens);
}

/** The words with what they have to do with the question, where that is known. */
export function withTopic(words: WordsView | null, relevance: RelevanceView | null): WordsView | null {
  return words === null || relevance === null ? words : { ...words, topic: relevance.stretches };
}

function wordsView(
  words: readonly TimedWord[] | null,
  tokenised: TokenisedAnswer | null,
  meanConfidence: number | null,
): WordsView | null {
  if (words === null || tokenised === null) return null;
  return { words, tokens: tokenised.tokens, repairs: tokenised.repairs, meanConfidence };
}

function knownWords(spoken: readonly SpokenWord[], syllables: Uint16Array): KnownWord[] {
  return spoken.map(({ startMs, endMs }, index) => ({ startMs, endMs, syllables: syllables[index] ?? 0 }));
}

function relevanceJudge(
  { prompt, vectors }: ScorerInput,
  words: WordsView | null,
  pack: LanguagePack | null,
): RelevanceJudge | null {
  if (prompt === null || vectors === null || words === null || pack === null) return null;
  return prepareRelevance(prompt.text, words.tokens, vectors, pack, findNames(words.words, pack));
}
