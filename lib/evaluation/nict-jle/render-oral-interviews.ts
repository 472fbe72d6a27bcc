import type { DetectionCounts } from "@/lib/evaluation/nict-jle/find-disfluencies";
import { figureText, fractionText } from "@/scoring/evaluation/figure-text";
import type { Figure } from "@/scoring/evaluation/panel/panel-agreement";
import type { ReportSection } from "@/scoring/evaluation/report-section";

interface RateReport {
  /** Spearman with the level, by the product's own search and by the tags. */
  readonly own: Figure;
  readonly tagged: Figure;
  readonly counts: DetectionCounts;
}

export interface OralReport {
  readonly n: number;
  /** Interviews that were read; shorter ones than `leastWords` are left out. */
  readonly read: number;
  readonly leastWords: number;
  readonly fluency: Figure;
  readonly taggedFluency: Figure;
  readonly fillers: RateReport;
  readonly repairs: RateReport;
}

/** What the page says of the oral interviews. */
export function renderOralInterviews(report: OralReport): ReportSection {
  const { n, read, leastWords, fluency, taggedFluency, fillers, repairs } = report;
  const detection = (name: string, { counts }: RateReport) => {
    const [precision, recall] = [counts.hit / counts.found, counts.hit / counts.tagged];
    return [name, String(counts.tagged), String(counts.found), fractionText(precision), fractionText(recall)];
  };
  return {
    title: "Fillers and repairs of learners, by level",
    paragraphs: [
      `${n} oral interviews of Japanese learners (NICT JLE), each rated on nine levels, with fillers and repairs tagged by annotators. There are no times: only what fluency can be told from words alone is compared. The rate-free score is the mean of the two anchored rates; the vocabulary score joins with the analysis of proficiency. Coverage: ${n} of ${read} interviews; ${read - n} with fewer than ${leastWords} words beside fillers and repairs ${read - n === 1 ? "is" : "are"} left out, since one filler more would move the rate by a point.`,
      "The product's own search reads the same words without the tags. It counts repeats and restarts of the same words; a repair that goes on with other words is not found, by design.",
    ],
    tables: [
      {
        caption: "Spearman rho with the level",
        columns: ["measure", "own search", "annotators' tags"],
        rows: [
          ["rate-free fluency", figureText(fluency), figureText(taggedFluency)],
          ["fillers per 100 words", figureText(fillers.own), figureText(fillers.tagged)],
          ["repairs per 100 words", figureText(repairs.own), figureText(repairs.tagged)],
        ],
      },
      {
        caption: "Own search against the tags",
        columns: ["what", "tagged", "found", "precision", "recall"],
        rows: [detection("fillers", fillers), detection("repairs", repairs)],
      },
    ],
    charts: [],
  };
}
