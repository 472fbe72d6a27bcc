import path from "node:path";
import type { EvaluationContext, EvaluationOutcome, EvaluationSet } from "@/lib/evaluation/evaluation-set";
import {
  add,
  findDisfluencies,
  type DetectionCounts,
  type Disfluencies,
} from "@/lib/evaluation/nict-jle/find-disfluencies";
import { rateFreeFluency } from "@/lib/evaluation/nict-jle/fluency-anchors";
import { readOralInterviews } from "@/lib/evaluation/nict-jle/read-oral-interviews";
import { renderOralInterviews, type OralReport } from "@/lib/evaluation/nict-jle/render-oral-interviews";
import { intervalJson, rounded } from "@/lib/evaluation/rounded-figures";
import type { Figure } from "@/scoring/evaluation/panel/panel-agreement";
import { bootstrapInterval } from "@/scoring/evaluation/statistics/bootstrap-interval";
import { spearman } from "@/scoring/evaluation/statistics/spearman";

const QUICK_INTERVIEWS = 100;
/** Shorter ones have no rate: one filler more would be a point more per 100. */
const LEAST_TOKENS = 100;

/** Oral interviews of Japanese learners with tagged fillers and repairs (NICT JLE), each rated on nine levels. */
export const nictJle: EvaluationSet = {
  name: "nict_jle",
  folder: "nict_jle",
  evaluate: (context) => Promise.resolve(evaluateOralInterviews(context)),
};

function evaluateOralInterviews({ dataDir, quick, progress }: EvaluationContext): EvaluationOutcome {
  const interviews = readOralInterviews(path.join(dataDir, "nict_jle"));
  progress(`searching ${interviews.length} interviews for fillers and repairs`);
  const chosen = quick ? interviews.slice(0, QUICK_INTERVIEWS) : interviews;
  const measured = chosen.map(findDisfluencies).filter(({ ownTokens }) => ownTokens >= LEAST_TOKENS);
  const report = reportDisfluencies(measured, chosen.length);
  return { json: { fluency: fluencyJson(report) }, section: renderOralInterviews(report) };
}

function reportDisfluencies(measured: readonly Disfluencies[], read: number): OralReport {
  const levels = measured.map(({ level }) => level);
  const persons = measured.map((_, index) => String(index));
  const figure = (value: (one: Disfluencies) => number): Figure => {
    const values = measured.map(value);
    const on = (rows: readonly number[]) =>
      spearman(
        rows.map((row) => values[row] ?? NaN),
        rows.map((row) => levels[row] ?? NaN),
      );
    return { value: on([...values.keys()]), interval: bootstrapInterval(persons, on) };
  };
  const tagged = (counts: DetectionCounts, { taggedTokens }: Disfluencies) => (100 * counts.tagged) / taggedTokens;
  const own = (counts: DetectionCounts, { ownTokens }: Disfluencies) => (100 * counts.found) / ownTokens;
  const none: DetectionCounts = { tagged: 0, found: 0, hit: 0 };
  return {
    n: measured.length,
    read,
    leastWords: LEAST_TOKENS,
    fluency: figure((one) => rateFreeFluency(own(one.fillers, one), own(one.repairs, one))),
    taggedFluency: figure((one) => rateFreeFluency(tagged(one.fillers, one), tagged(one.repairs, one))),
    fillers: {
      own: figure((one) => own(one.fillers, one)),
      tagged: figure((one) => tagged(one.fillers, one)),
      counts: measured.reduce((sum, one) => add(sum, one.fillers), none),
    },
    repairs: {
      own: figure((one) => own(one.repairs, one)),
      tagged: figure((one) => tagged(one.repairs, one)),
      counts: measured.reduce((sum, one) => add(sum, one.repairs), none),
    },
  };
}

function fluencyJson({ n, read, fluency, taggedFluency, fillers, repairs }: OralReport) {
  const rate = ({ own, tagged, counts }: OralReport["fillers"]) => ({
    rho: rounded(own.value),
    ci: intervalJson(own.interval),
    tags_rho: rounded(tagged.value),
    precision: rounded(counts.hit / counts.found),
    recall: rounded(counts.hit / counts.tagged),
  });
  return {
    rho: rounded(fluency.value),
    ci: intervalJson(fluency.interval),
    tags_rho: rounded(taggedFluency.value),
    n,
    coverage: rounded(n / read),
    fillers: rate(fillers),
    repairs: rate(repairs),
  };
}
