import { intervalMs, totalMs } from "@/scoring/acoustics/interval";
import type { WordsView } from "@/scoring/features/answer-view";
import { evaluateRelevance, withTopic } from "@/scoring/features/build-answer-view";
import { countAnswerSyllables } from "@/scoring/features/view/answer-syllables";
import { framesWithout } from "@/scoring/features/view/build-frames-view";
import { cutPauses, cutRuns, keepOutside, outsideBlock } from "@/scoring/features/view/cut-block";
import type { PreparedView } from "@/scoring/features/view/prepared-view";
import { rememberCut } from "@/scoring/language/token-cut";

/**
 * The view as if one block had not been recorded: the delete-one jackknife of 5.1 and the places of 4.6. Words, tokens,
 * nuclei, fillers, repairs, frames and phrase ends go when their middle lies in the block; runs and pauses are cut at its
 * edges (`cutPauses`); T shrinks by its length. What is left keeps its times, and `window` stays that of the whole answer,
 * so that thirds and the onset mean the same. Recording levels, the pitch reference and pause places stay as well.
 * Relevance is judged again on the words that are left.
 *
 * @throws RangeError when the view has no such block.
 */
export function withoutBlock(view: PreparedView, blockIndex: number): PreparedView {
  const block = view.timeline.blocks[blockIndex];
  if (block === undefined) throw new RangeError(`no block ${blockIndex}, there are ${view.timeline.blocks.length}`);
  const { timeline, fillers, prepared } = view;
  const runs = cutRuns(timeline.runs, block);
  const nucleiMs = keepOutside(view.syllables.nucleiMs, block).kept;
  const words: WordsView | null = view.words && {
    meanConfidence: view.words.meanConfidence,
    words: outsideBlock(view.words.words, block),
    tokens: rememberCut(view.words.tokens, keepOutside(view.words.tokens, block)),
    repairs: outsideBlock(view.words.repairs, block),
  };
  const relevance = evaluateRelevance(prepared.judgeRelevance, words);
  return {
    ...view,
    timeline: {
      ...timeline,
      durationMs: timeline.durationMs - intervalMs(block),
      blocks: timeline.blocks.filter((other) => other !== block),
      runs,
      speechMs: totalMs(runs),
      pauses: cutPauses(timeline.pauses, block),
    },
    frames: framesWithout(view.frames, prepared.frames, block, blockIndex),
    syllables: { nucleiMs, count: countAnswerSyllables(prepared.syllables, nucleiMs.length, block) },
    fillers: {
      ...fillers,
      filledPauses: outsideBlock(fillers.filledPauses, block),
      softFillers: outsideBlock(fillers.softFillers, block),
    },
    words: withTopic(words, relevance),
    relevance,
  };
}
