import type { JudgeAgreement } from "@/lib/evaluation/mit-interview/compare-with-judges";
import { COMPARED, COMPARED_TRAITS, type Compared } from "@/lib/evaluation/mit-interview/compared-traits";
import { UNVOICED_SHARE_OF_SPEECH } from "@/lib/evaluation/mit-interview/praat-measures";
import { OVERALL_ROLE } from "@/lib/evaluation/mit-interview/judge-interviews";
import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { intervalChart } from "@/scoring/evaluation/charts/interval-chart";
import { figureText, fractionText } from "@/scoring/evaluation/figure-text";
import { PUBLISHED_MODEL_ID } from "@/scoring/fitting/soft-skills-prior";
import type { ReportChart, ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

export interface InterviewReport {
  readonly model: string;
  readonly participants: number;
  /** Interviews in the folder of which a part is missing. */
  readonly leftOut: number;
  readonly weightPresent: Readonly<Record<Dimension, number>>;
  readonly shipped: Readonly<Record<Compared, JudgeAgreement>>;
  /** Refits without the judged person, from a model whose terms were fixed before these people were seen. */
  readonly crossValidated: Readonly<Record<Compared, JudgeAgreement>>;
  /** The same from a prior with terms that were added because of these people. */
  readonly termsChosenHere: Readonly<Record<Compared, JudgeAgreement>>;
}

/** Heads what was cross-validated with terms chosen on the judged people, so that nobody takes it for unseen. */
const CHOSEN_HERE = "terms chosen on these people";
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
  return {
    title: "Mock interviews and nine judges",
    paragraphs: paragraphs(report),
    tables: [agreementTable(report), baselineTable(report), weightTable(report)],
    charts: [chart(report)],
  };
}

function paragraphs({ shipped, participants, leftOut, model }: InterviewReport): string[] {
  const { n } = shipped.overall;
  return [
    `${n} mock interviews of ${participants} native students (two each, Naim et al. 2015), about four minutes of answers, each rated 1 to 7 by nine judges. There is no audio: words come from the transcripts with fillers, time and pauses from Praat's table per question. \`${model}\` judges with the terms that these data have, ungated, their weights standing for all. Coverage: ${n} of ${n + leftOut} interviews, all ${participants} participants, since nothing is withheld here; the product may withhold. How much of each dimension's weight could be measured stands in the last table.`,
    `Voice breaks give the share of silence (less the unvoiced part of speech), the table's mean pause the number of pauses; long pauses are estimated from both. The unvoiced part is taken as ${fractionText(UNVOICED_SHARE_OF_SPEECH)} of speech: that constant was set on these same interviews, so that the median one is silent for .30 of the time, as native monologues are. It is no unseen figure therefore. Pitch, phrase ends, tempo variation and pauses inside phrases need the audio and are left out. The overall uses the weights of the role \`${OVERALL_ROLE}\`, since the interviews are for no particular job.`,
    `\`${model}\` was fitted to 70 of these interviews, and some of its terms were added because of what they showed: on those its own figures are in sample and flatter it.`,
    `\`cv\` refits the weights inside this folder, judged on participants left out, its ridge chosen inside each fold, from \`${PUBLISHED_MODEL_ID}\`, whose terms were fixed before agreement with these people was looked at. Targets are held against it. Some curves and norms of that model rest on measurements of this data set (tagged M in its file), so it is not wholly blind either. "${capital(CHOSEN_HERE)}" is the same refit from a prior with the added terms: its weights never saw the judged person, its terms did. It flatters, and no target is held against it. Intervals are 95 % by bootstrap over participants; the gain over words a minute is taken on the same draws.`,
  ];
}

function agreementTable({ shipped, crossValidated, termsChosenHere }: InterviewReport): ReportTable {
  return {
    caption: "Agreement with the mean of nine judges (Pearson r and Spearman rho)",
    columns: [
      ...["score", "judged traits", "n", "r, in sample", "rho, in sample", "r, cv", "target r, cv"],
      ...[`r, cv, ${CHOSEN_HERE}`, "best published r", "one judge r"],
    ],
    rows: COMPARED.map((name) => {
      const { traits, published, oneJudge } = COMPARED_TRAITS[name];
      const own = shipped[name];
      const cells = [String(own.n), figureText(own.r), figureText(own.rho), figureText(crossValidated[name].r)];
      const flattering = figureText(termsChosenHere[name].r);
      return [name, traits.join(", "), ...cells, fractionText(TARGETS[name]), flattering, published, oneJudge];
    }),
  };
}

function baselineTable({ shipped, crossValidated, termsChosenHere }: InterviewReport): ReportTable {
  const share = ({ gainPositive }: JudgeAgreement) =>
    gainPositive === null ? "-" : `${(PERCENT * gainPositive).toFixed(1)} %`;
  return {
    caption: "Words a minute alone, and what the score adds to it",
    columns: [
      "score",
      "r of words a minute",
      ...["gain in r, in sample", "draws with a gain, in sample", "gain in r, cv", "draws with a gain, cv"],
      ...[`gain in r, ${CHOSEN_HERE}`, `draws with a gain, ${CHOSEN_HERE}`],
    ],
    rows: COMPARED.map((name) => {
      const ways = [shipped[name], crossValidated[name], termsChosenHere[name]];
      return [name, figureText(shipped[name].baseline.r), ...ways.flatMap((way) => [figureText(way.gain), share(way)])];
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
    description: `Pearson r of ${model} with the judges' mean, in sample, with 95 % intervals: ${described}.`,
    axis: { label: "Pearson r", min: -0.2, max: 1, step: 0.2, decimals: 2 },
    valueLabel: model,
    intervalLabel: "95 % interval",
    marks: ["target", "words a minute alone", "cross-validated, terms fixed before"],
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

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
