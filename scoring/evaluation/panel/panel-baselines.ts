import type { JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { align15, raterAlign15 } from "@/scoring/evaluation/statistics/align15";
import { mean, median } from "@/scoring/evaluation/statistics/mean";
import { raterCorrelation } from "@/scoring/evaluation/statistics/rater-correlation";

/** What is reached without listening, and by one person of the panel. */
export interface PanelBaselines {
  /** Align15 of the median for everyone, percent. */
  readonly constantAlign15: number;
  /** Align15 of one rater against the mean of the others, mean over raters, percent. */
  readonly expertAlign15: number;
  /** Pearson of one rater with the mean of the others, mean over raters. */
  readonly expertR: number | null;
}

/** @throws RangeError without items, or when they were not all judged by the same raters */
export function panelBaselines(items: readonly JudgedItem[]): PanelBaselines {
  const opinions = items.map((item) => item.opinions);
  const truth = opinions.map(mean);
  const constant = median(truth);
  return {
    constantAlign15: align15(
      truth.map(() => constant),
      truth,
    ),
    expertAlign15: raterAlign15(opinions),
    expertR: raterCorrelation(opinions),
  };
}
