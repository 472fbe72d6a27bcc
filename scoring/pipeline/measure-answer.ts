import type { FeatureTable } from "@/scoring/dimensions/feature-table";
import type { LeftOutBlock } from "@/scoring/dimensions/block-moments";
import { extractFeatures } from "@/scoring/features/extract-features";
import type { PreparedView } from "@/scoring/features/view/prepared-view";
import { withoutBlock } from "@/scoring/features/without-block";
import { blockMoment } from "@/scoring/pipeline/block-moment";
import type { DimensionModel, SoftSkillsModel } from "@/scoring/models/model-schema";

/** Leaving out the only block would leave nothing. */
const MIN_BLOCKS = 2;

function dimensionModels(model: SoftSkillsModel, withoutWords: boolean): readonly DimensionModel[] {
  return Object.values(withoutWords ? model.noWords : model.dimensions);
}

/** Everything measured on the whole answer: all registered features, since the result reports more than it scores. */
export function measureWhole(view: PreparedView): FeatureTable {
  return extractFeatures(view);
}

/**
 * The answer measured again without each of its blocks, for the jackknife and the places of rates. Only terms are
 * measured: acts keep their counts there (`standardErrors`). Done once for all dimensions and both modes.
 */
export function measureWithoutBlocks(
  view: PreparedView,
  model: SoftSkillsModel,
  withoutWords: boolean,
): readonly LeftOutBlock[] {
  const { blocks } = view.timeline;
  if (blocks.length < MIN_BLOCKS) return [];
  const terms = dimensionModels(model, withoutWords).flatMap((dimension) => dimension.terms);
  const ids = [...new Set(terms.map((term) => term.feature))];
  const words = view.words?.words ?? [];
  return blocks.map((block, i) => ({
    block: blockMoment(block, words),
    table: extractFeatures(withoutBlock(view, i), ids),
  }));
}
