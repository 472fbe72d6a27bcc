import type { AnswerView } from "@/scoring/features/answer-view";
import type { SyllableSources } from "@/scoring/features/view/answer-syllables";
import type { WindowFrames } from "@/scoring/features/view/window-frames";
import type { RelevanceJudge } from "@/scoring/language/relevance/prepare-relevance";

/** A view with what was prepared once, so that leaving out a block costs little. Features do not see `prepared`. */
export interface PreparedView extends AnswerView {
  readonly prepared: {
    readonly frames: WindowFrames;
    readonly syllables: SyllableSources;
    readonly judgeRelevance: RelevanceJudge | null;
  };
}
