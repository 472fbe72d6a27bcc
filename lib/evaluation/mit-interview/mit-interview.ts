import path from "node:path";
import { environment } from "@/lib/config/environment";
import type { EvaluationContext, EvaluationOutcome, EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { compareWithJudges } from "@/lib/evaluation/mit-interview/compare-with-judges";
import { COMPARED, type Compared } from "@/lib/evaluation/mit-interview/compared-traits";
import { crossValidateInterviews } from "@/lib/evaluation/mit-interview/cross-validate-interviews";
import { readInterviews, type Interview } from "@/lib/evaluation/mit-interview/interview-data";
import {
  measureInterviews,
  scoreInterview,
  wordsPerMinuteOf,
  type InterviewScores,
  type MeasuredInterview,
} from "@/lib/evaluation/mit-interview/judge-interviews";
import { renderInterviews, type InterviewReport } from "@/lib/evaluation/mit-interview/render-interviews";
import { interviewJson } from "@/lib/evaluation/mit-interview/interview-json";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import { judgeUngated } from "@/scoring/evaluation/judge-ungated";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { publishedSoftSkills, softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import { DEFAULT_MODEL_ID, findModel } from "@/scoring/models/model-catalogue";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

const QUICK_PARTICIPANTS = 20;

/** The mock interviews of Naim et al. (2015): nine judges' means beside the shipped model's ungated scores. */
export const mitInterview: EvaluationSet = {
  name: "mit_interview",
  folder: "mit_interview",
  evaluate: (context) => Promise.resolve(evaluateInterviews(context)),
};

function evaluateInterviews(context: EvaluationContext): EvaluationOutcome {
  let leftOut = 0;
  const read = readInterviews(path.join(context.dataDir, "mit_interview"), (line) => {
    leftOut += 1;
    context.progress(line);
  });
  const interviews = context.quick ? firstParticipants(read, QUICK_PARTICIPANTS) : read;
  const vectors = loadWordVectors("en", path.join(environment().dataDir, "word-vectors"));
  if (vectors === null) context.progress("word vectors are not packed: relevance is left out");
  context.progress(`measuring ${interviews.length} interviews`);
  const measured = measureInterviews(interviews, vectors);
  const model = findModel(DEFAULT_MODEL_ID);
  if (model === null) throw new RangeError(`${DEFAULT_MODEL_ID} is not in the catalogue`);
  context.progress("refitting by participant");
  const report: InterviewReport = {
    model: model.id,
    participants: new Set(measured.map(({ participant }) => participant)).size,
    leftOut,
    weightPresent: weightPresent(model, measured),
    shipped: compareAll(
      measured,
      measured.map(({ table }) => scoreInterview(model, table)),
    ),
    crossValidated: compareAll(measured, crossValidateInterviews(publishedSoftSkills(), measured)),
    termsChosenHere: compareAll(measured, crossValidateInterviews(softSkillsPrior(), measured)),
  };
  return { json: interviewJson(report), section: renderInterviews(report) };
}

function compareAll(measured: readonly MeasuredInterview[], scores: readonly InterviewScores[]) {
  const baseline = measured.map(({ table }) => wordsPerMinuteOf(table));
  const participants = measured.map(({ participant }) => participant);
  const compare = (name: Compared) =>
    compareWithJudges(
      scores.map((own) => own[name]),
      baseline,
      measured.map(({ ratings }) => ratings[name]),
      participants,
    );
  // Object.fromEntries forgets that every compared thing is there.
  return Object.fromEntries(COMPARED.map((name) => [name, compare(name)])) as InterviewReport["shipped"];
}

/** Mean share of a dimension's weight that the interviews could measure. */
function weightPresent(model: SoftSkillsModel, measured: readonly MeasuredInterview[]) {
  const shares = DIMENSIONS.map((dimension) => {
    const present = measured.map(
      ({ table }) => judgeUngated(model.dimensions[dimension], table, model.confidence).weightPresent,
    );
    return [dimension, mean(present)] as const;
  });
  // Object.fromEntries forgets that every dimension is there.
  return Object.fromEntries(shares) as InterviewReport["weightPresent"];
}

function firstParticipants(interviews: readonly Interview[], count: number): Interview[] {
  const chosen = new Set([...new Set(interviews.map(({ participant }) => participant))].slice(0, count));
  return interviews.filter(({ participant }) => chosen.has(participant));
}
