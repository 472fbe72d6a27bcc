import type { Comparison } from "@/lib/evaluation/so762/compare-with-experts";
import { SCALES, type Scale } from "@/lib/evaluation/so762/panel-items";
import { scatterChart } from "@/scoring/evaluation/charts/scatter-chart";
import { figureText, pointsText } from "@/scoring/evaluation/figure-text";
import type { ReportChart } from "@/scoring/evaluation/report-section";
import { mean } from "@/scoring/evaluation/statistics/mean";

const AXIS = { min: 20, max: 100, step: 10, decimals: 0 } as const;

/** Speakers: refitted score against the experts' mean, one drawing a scale. */
export function so762Charts({ scales }: Comparison): ReportChart[] {
  return SCALES.flatMap((scale) => {
    const { speakers, agreements } = scales[scale].cv;
    const points = speakers.flatMap(({ predicted, opinions }) =>
      predicted === null ? [] : [{ x: mean(opinions), y: predicted }],
    );
    const agreement = agreements.speaker;
    if (agreement === null) return [];
    const { r, align15, n } = agreement;
    const notes = [`r = ${figureText(r)}`, `Align15 ${pointsText(align15.value)}`, `n = ${n} speakers`];
    return [speakerChart(scale, points, notes)];
  });
}

function speakerChart(scale: Scale, points: { x: number; y: number }[], notes: string[]): ReportChart {
  return scatterChart({
    name: `so762-${scale}-speakers`,
    title: `Read sentences: ${scale}, one circle a speaker`,
    description: `Score of the refitted model against the mean of five experts, a mean over each speaker's sentences. ${notes.join("; ")}.`,
    x: { ...AXIS, label: "mean of five experts, points of 100" },
    y: { ...AXIS, label: "refitted model, points of 100" },
    points,
    identity: true,
    notes,
  });
}
