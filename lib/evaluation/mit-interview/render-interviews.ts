import type { JudgeAgreement } from "@/lib/evaluation/mit-interview/compare-with-judges";
import { COMPARED, COMPARED_TRAITS, type Compared } from "@/lib/evaluation/mit-interview/compared-traits";
import { OVERALL_ROLE } from "@/lib/evaluation/mit-interview/judge-interviews";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { intervalChart } from "@/scoring/evaluation/charts/interval-chart";
import { figureText, fractionText } from "@/scoring/evaluation/figure-text";
import type { ReportChart, ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

export interface InterviewReport {
  readonly model: string;
  readonly participants: number;
  readonly weightPresent: Readonly<Record<Dimension, number>>;
  readonly shipped: Readonly<Record<Compared, JudgeAgreement>>;
  readonly crossValidated: Readonly<Record<Compared, JudgeAgreement>>;
}

/** r to reach on unseen interviews; friendliness has none. */
const TARGETS: Readonly<Record<Compared, number | null>> = {
  overall: 0.6,
  communication: 0.6,
  clarity: 0.55,
  composure: 0.4,
  empathy_signal: null,
};
const PERCENT = 100;

/** What the page says of the mock interviews. */
export function renderInterviews(report: InterviewReport): ReportSection {
  const { n } = report.shipped.overall;
  return {
    title: "Mock interviews and nine judges",
    paragraphs: [
      `${n} mock interviews of ${report.participants} native students (two each, Naim et al. 2015), about four minutes of answers, each rated 1 to 7 by nine judges. There is no audio: words come from the transcripts with fillers, time and pauses from Praat's table per question. \`${report.model}\` judges with the terms that these data have, ungated, their weights standing for all.`,
      `Voice breaks give the share of silence (less the unvoiced part of speech), the table's mean pause the number of pauses; long pauses are estimated from both. Pitch, phrase ends, tempo variation and pauses inside phrases need the audio and are left out. The overall uses the weights of the role \`${OVERALL_ROLE}\`, since the interviews are for no particular job.`,
      `\`${report.model}\` was fitted to 70 of these interviews (its card says how little): on those its own figures are in sample and \`cv\` is the honest column; on others of the same kind it is the other way round.`,
      "`cv` refits the weights inside this folder, judged on participants left out, from the published weights with the added terms; its ridge is chosen inside each fold. Intervals are 95 % by bootstrap over participants; the gain over words a minute is taken on the same draws.",
    ],
    tables: [agreementTable(report), baselineTable(report), weightTable(report)],
    charts: [chart(report)],
  };
}

function agreementTable({ shipped, crossValidated }: InterviewReport): ReportTable {
  return {
    caption: "Agreement with the mean of nine judges (Pearson r and Spearman rho)",
    columns: ["score", "judged traits", "r", "rho", "r, cv", "target r", "best published r", "one judge r"],
    rows: COMPARED.map((name) => {
      const { traits, published, oneJudge } = COMPARED_TRAITS[name];
      const own = shipped[name];
      const cells = [figureText(own.r), figureText(own.rho), figureText(crossValidated[name].r)];
      return [name, traits.join(", "), ...cells, fractionText(TARGETS[name]), published, oneJudge];
    }),
  };
}

function baselineTable({ shipped, crossValidated }: InterviewReport): ReportTable {
  const share = ({ gainPositive }: JudgeAgreement) =>
    gainPositive === null ? "-" : `${(PERCENT * gainPositive).toFixed(1)} %`;
  return {
    caption: "Words a minute alone, and what the score adds to it",
    columns: [
      "score",
      "r of words a minute",
      "gain in r",
      "draws with a gain",
      "gain in r, cv",
      "draws with a gain, cv",
    ],
    rows: COMPARED.map((name) => {
      const [own, refitted] = [shipped[name], crossValidated[name]];
      const cells = [figureText(own.baseline.r), figureText(own.gain), share(own)];
      return [name, ...cells, figureText(refitted.gain), share(refitted)];
    }),
  };
}

function weightTable({ weightPresent }: InterviewReport): ReportTable {
  return {
    caption: "Share of each dimension's weight that these data can measure",
    columns: ["dimension", "weight present"],
    rows: Object.entries(weightPresent).map(([dimension, share]) => [dimension, fractionText(share)]),
  };
}

function chart({ shipped, crossValidated, model }: InterviewReport): ReportChart {
  const described = COMPARED.map((name) => `${name} ${fractionText(shipped[name].r.value)}`).join(", ");
  return intervalChart({
    name: "mit-interview-agreement",
    title: "Agreement with nine judges of mock interviews",
    description: `Pearson r of ${model} with the judges' mean, with 95 % intervals: ${described}.`,
    axis: { label: "Pearson r", min: -0.2, max: 1, step: 0.2, decimals: 2 },
    valueLabel: model,
    intervalLabel: "95 % interval",
    marks: ["target", "words a minute alone", "refitted, cross-validated"],
    rows: COMPARED.map((name) => ({
      label: name,
      value: shipped[name].r.value,
      interval: intervalOf(shipped[name]),
      against: [TARGETS[name], shipped[name].baseline.r.value, crossValidated[name].r.value],
    })),
  });
}

function intervalOf({ r }: JudgeAgreement): readonly [number, number] | null {
  return r.interval === null ? null : [r.interval.low, r.interval.high];
}
