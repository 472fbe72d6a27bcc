import { fitTexts, type FittedText } from "@/lib/evaluation/alignment/fit-texts";
import { othersTexts, ownTexts } from "@/lib/evaluation/alignment/text-pairs";
import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { joinedAnswers, type JoinedAnswer } from "@/lib/evaluation/so762/joined-answers";
import { loadRecordings, SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";
import { fractionText } from "@/scoring/evaluation/figure-text";
import type { ReportSection, ReportTable } from "@/scoring/evaluation/report-section";
import { auc } from "@/scoring/evaluation/statistics/auc";
import { median } from "@/scoring/evaluation/statistics/mean";

const OTHERS_PER_ANSWER = 1;
const QUICK_ANSWERS = 6;
/** Below every fit that was measured: words that have no place in the sound. */
const NO_FIT = -10;
const OUTCOMES = ["accepted", "doubtful", "mismatch"] as const;

/** Whether the aligner tells a text that belongs to a recording from another of the same length. */
export const alignment: EvaluationSet = {
  name: "alignment",
  folder: SO762_FOLDER,
  async evaluate(context) {
    const all = joinedAnswers(await loadRecordings(context));
    const answers = context.quick ? everyNth(all, QUICK_ANSWERS) : all;
    const own = await fitTexts(answers, ownTexts(answers.length), context);
    const pairs = othersTexts(answers.map(sentencesOf), OTHERS_PER_ANSWER);
    const others = await fitTexts(answers, pairs, context);
    return { json: toJson(own, others), section: toSection(own, others) };
  },
};

function sentencesOf({ utterances }: JoinedAnswer): { sentences: string[] } {
  return { sentences: utterances.map(({ text }) => text) };
}

function everyNth<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, count);
}

function mismatchAuc(own: readonly FittedText[], others: readonly FittedText[]): number | null {
  const all = [...own, ...others];
  return auc(
    all.map(({ fit }) => fit ?? NO_FIT),
    all.map((_, index) => index < own.length),
  );
}

function share(texts: readonly FittedText[], outcome: FittedText["outcome"]): number | null {
  return texts.length === 0 ? null : texts.filter((text) => text.outcome === outcome).length / texts.length;
}

function toJson(own: readonly FittedText[], others: readonly FittedText[]): Readonly<Record<string, unknown>> {
  return {
    mismatch_auc: mismatchAuc(own, others),
    false_refusals: share(own, "mismatch"),
    doubtful: share(own, "doubtful"),
    false_acceptances: share(others, "accepted"),
    n_own: own.length,
    n_others: others.length,
  };
}

function toSection(own: readonly FittedText[], others: readonly FittedText[]): ReportSection {
  return {
    title: "Alignment: texts that belong and texts that do not",
    paragraphs: [
      "A transcript without times is laid over the recording; one that does not fit is refused, one that fits in part is not used. Joined answers of speechocean762 with their own text, and with the text of another speaker that is nearest in length and shares no sentence. A text that fits badly is tried once more with long pauses shortened; the better fit counts.",
      `The fit tells own texts from others with an area under the curve of ${fractionText(mismatchAuc(own, others))}.`,
    ],
    tables: [outcomeTable(own, others)],
    charts: [],
  };
}

function outcomeTable(own: readonly FittedText[], others: readonly FittedText[]): ReportTable {
  const row = (name: string, texts: readonly FittedText[]): string[] => {
    const fits = texts.flatMap(({ fit }) => (fit === null ? [] : [fit]));
    const range = fits.length === 0 ? "-" : `${Math.min(...fits).toFixed(2)} to ${Math.max(...fits).toFixed(2)}`;
    const middle = fits.length === 0 ? "-" : median(fits).toFixed(2);
    return [
      name,
      String(texts.length),
      ...OUTCOMES.map((outcome) => fractionText(share(texts, outcome))),
      middle,
      range,
    ];
  };
  return {
    caption: "Share of texts by outcome, and their fit (0 is perfect)",
    columns: ["text", "n", "used", "fits in part", "refused", "median fit", "range"],
    rows: [row("own", own), row("another speaker's", others)],
  };
}
