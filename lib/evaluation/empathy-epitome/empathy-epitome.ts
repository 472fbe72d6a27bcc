import path from "node:path";
import {
  MECHANISM_FILES,
  readReplies,
  type LabelledReply,
  type Mechanism,
} from "@/lib/evaluation/empathy-epitome/read-replies";
import { ACTS_OF_MECHANISM, scoreActs } from "@/lib/evaluation/empathy-epitome/score-acts";
import type { EvaluationContext, EvaluationOutcome, EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { intervalJson, rounded } from "@/lib/evaluation/rounded-figures";
import { figureText, fractionText } from "@/scoring/evaluation/figure-text";
import type { Figure } from "@/scoring/evaluation/panel/panel-agreement";
import type { ReportSection } from "@/scoring/evaluation/report-section";
import { auc } from "@/scoring/evaluation/statistics/auc";
import { bootstrapInterval } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { DEFAULT_MODEL_ID, findModel } from "@/scoring/models/model-catalogue";

/** Of a mechanism's replies in a quick run. */
const QUICK_REPLIES = 300;
/** Of a classifier fitted to such phrase counts, cross-validated on the whole set (scoring-science 4.4). */
const FITTED_AUC: Readonly<Record<Mechanism, number>> = {
  emotional_reactions: 0.81,
  interpretations: 0.7,
  explorations: 0.94,
};
// Object.keys forgets which keys there are.
const MECHANISMS = Object.keys(MECHANISM_FILES) as Mechanism[];

interface MechanismReport {
  readonly mechanism: Mechanism;
  readonly replies: number;
  readonly shown: number;
  /** Replies in which an act of the mechanism is found; the others share the score 0. */
  readonly withActs: number;
  /** Of the acts that express the mechanism. */
  readonly auc: Figure;
  /** Of all helpful acts: how specific the acts are shows in the difference. */
  readonly allActsAuc: Figure;
}

/** Replies to people who asked for support, labelled by mechanism (EPITOME, Sharma et al. 2020). */
export const empathyEpitome: EvaluationSet = {
  name: "empathy_epitome",
  folder: "empathy_epitome",
  evaluate: (context) => Promise.resolve(evaluateReplies(context)),
};

function evaluateReplies({ dataDir, quick, progress }: EvaluationContext): EvaluationOutcome {
  const reports = MECHANISMS.map((mechanism) => {
    const replies = readReplies(path.join(dataDir, "empathy_epitome"), mechanism);
    progress(`${mechanism}: ${replies.length} replies`);
    return reportMechanism(mechanism, quick ? replies.slice(0, QUICK_REPLIES) : replies);
  });
  const json = Object.fromEntries(
    reports.map((report) => [
      report.mechanism,
      {
        auc: rounded(report.auc.value),
        ci: intervalJson(report.auc.interval),
        all_acts_auc: rounded(report.allActsAuc.value),
        n: report.replies,
        positive: report.shown,
        with_acts: report.withActs,
      },
    ]),
  );
  return { json, section: render(reports) };
}

function reportMechanism(mechanism: Mechanism, replies: readonly LabelledReply[]): MechanismReport {
  const model = findModel(DEFAULT_MODEL_ID);
  if (model === null) throw new RangeError(`${DEFAULT_MODEL_ID} is not in the catalogue`);
  const scores = replies.map(({ text }) => scoreActs(text, model));
  const seekers = replies.map(({ seeker }) => seeker);
  const figure = (values: readonly number[]): Figure => {
    const on = (rows: readonly number[]) =>
      auc(
        rows.map((row) => values[row] ?? NaN),
        rows.map((row) => replies[row]?.shown ?? false),
      );
    return { value: on([...replies.keys()]), interval: bootstrapInterval(seekers, on) };
  };
  return {
    mechanism,
    replies: replies.length,
    shown: replies.filter(({ shown }) => shown).length,
    withActs: scores.filter((points) => points[mechanism] > 0).length,
    auc: figure(scores.map((points) => points[mechanism])),
    allActsAuc: figure(scores.map((points) => points.all)),
  };
}

function render(reports: readonly MechanismReport[]): ReportSection {
  return {
    title: "Helpful acts in written support",
    paragraphs: [
      "Replies to people who asked for support (EPITOME, Sharma et al. 2020), labelled none, weak or strong for three mechanisms of empathy. Each reply is scored by the points of the acts that express the mechanism, counted by the patterns of the product; the area under the ROC curve is the chance that a reply with the mechanism gets more points than one without. Written peer support, not customer service: direction and rank, not scale.",
      "Coverage: every labelled reply is scored, none is withheld. One in which no act is found has 0 points and ties with the others like it; the last column says in how many one is found.",
    ],
    tables: [
      {
        caption: "Area under the ROC curve, any against none",
        columns: [
          "mechanism",
          "acts",
          "AUC",
          "AUC of all acts",
          "classifier fitted to phrase counts",
          "replies",
          "with it",
          "with an act found",
        ],
        rows: reports.map(({ mechanism, replies, shown, withActs, auc: own, allActsAuc }) => [
          mechanism,
          ACTS_OF_MECHANISM[mechanism].join(", "),
          figureText(own),
          figureText(allActsAuc),
          fractionText(FITTED_AUC[mechanism]),
          String(replies),
          String(shown),
          String(withActs),
        ]),
      },
    ],
    charts: [],
  };
}
