import { currentScoring } from "@/lib/evaluation/current-scoring";
import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { confidenceOfAnswers, type AnswerConfidence } from "@/lib/evaluation/low-confidence/confidence-of-answers";
import {
  ALERT_POINTS,
  compareGroups,
  GROUP_PAIRS,
  occurringReasons,
  reasonRate,
  withheldRate,
} from "@/lib/evaluation/low-confidence/confidence-rates";
import { joinedAnswers } from "@/lib/evaluation/so762/joined-answers";
import { loadRecordings, SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import { fractionText, pointsText } from "@/scoring/evaluation/figure-text";
import type { ReportSection } from "@/scoring/evaluation/report-section";

/** How often a score is withheld and why, and whether it meets some groups more often than others. */
export const lowConfidence: EvaluationSet = {
  name: "low_confidence",
  folder: SO762_FOLDER,
  async evaluate(context) {
    const answers = joinedAnswers(await loadRecordings(context));
    const judged = await confidenceOfAnswers(answers, currentScoring(context.progress), context);
    return { json: toJson(judged), section: toSection(judged) };
  },
};

function toJson(answers: readonly AnswerConfidence[]): Readonly<Record<string, unknown>> {
  const byDimension = <Value>(value: (dimension: (typeof DIMENSIONS)[number]) => Value) =>
    Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, value(dimension)]));
  const differences = GROUP_PAIRS.map((pair) => {
    return [pair.name, byDimension((dimension) => compareGroups(answers, pair, dimension))] as const;
  });
  return {
    n: answers.length,
    withheld: byDimension((dimension) => withheldRate(answers, dimension)),
    reasons: Object.fromEntries(
      occurringReasons(answers).map((reason) => [reason, byDimension((d) => reasonRate(answers, d, reason))]),
    ),
    differences: Object.fromEntries(differences),
  };
}

function toSection(answers: readonly AnswerConfidence[]): ReportSection {
  const columns = DIMENSIONS.map((dimension) => dimension.replaceAll("_", " "));
  const rates = (name: string, rate: (dimension: (typeof DIMENSIONS)[number]) => number | null): string[] => [
    name,
    ...DIMENSIONS.map((dimension) => fractionText(rate(dimension))),
  ];
  return {
    title: "Low confidence: how often a score is withheld, and from whom",
    paragraphs: [
      `${answers.length} joined answers of speechocean762, about a minute each, sent with their text without times and a question made of their own words. An answer of four minutes, as the product asks for, has four times the evidence: its standard errors are about half. "Refused" means that the text did not fit the recording, mostly because sentences were read twice.`,
      `A difference of ${ALERT_POINTS} points between groups is a reason to look (an interval that holds 0 says that so few speakers cannot tell).`,
    ],
    tables: [
      {
        caption: "Share of answers without a score, by reason (an answer may have several)",
        columns: ["reason", ...columns],
        rows: [
          rates("any", (dimension) => withheldRate(answers, dimension)),
          ...occurringReasons(answers).map((reason) =>
            rates(reason.replaceAll("_", " "), (dimension) => reasonRate(answers, dimension, reason)),
          ),
        ],
      },
      groupTable(answers),
    ],
    charts: [],
  };
}

function groupTable(answers: readonly AnswerConfidence[]): ReportSection["tables"][number] {
  const rows = GROUP_PAIRS.flatMap((pair) =>
    DIMENSIONS.map((dimension) => {
      const { first, second, points, interval } = compareGroups(answers, pair, dimension);
      const range = interval === null ? "-" : `${pointsText(interval.low, 0)} to ${pointsText(interval.high, 0)}`;
      const look = points !== null && Math.abs(points) >= ALERT_POINTS ? "look" : "";
      return [
        `${pair.first} - ${pair.second}`,
        dimension.replaceAll("_", " "),
        fractionText(first),
        fractionText(second),
        pointsText(points, 0),
        range,
        look,
      ];
    }),
  );
  const columns = ["groups", "dimension", "first", "second", "difference, points", "95 %", ""];
  return { caption: "Share of answers without a score, by group", columns, rows };
}
