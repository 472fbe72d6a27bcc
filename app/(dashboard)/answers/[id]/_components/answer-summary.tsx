import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import type { Score } from "./answer-data";
import { DIMENSION_NAMES } from "./dimension-names";

const VERDICTS: Readonly<Record<string, string>> = {
  pass: "Pass",
  review: "Asks for review",
  below_bar: "Below the bar",
  not_scored: "Not scored",
};

/** Overall, percentile and bar in one line, and what keeps the result from being complete. */
export function AnswerSummary({ score }: Readonly<{ score: Score }>) {
  const withheld = score.low_confidence.filter((entry) => score.dimensions[entry.dimension] === null);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="flex items-baseline gap-2">
          <span className="text-muted">Overall</span>
          <span className="text-xl font-semibold">{score.overall_score ?? "–"}</span>
        </p>
        <Badge tone={score.verdict === "review" ? "review" : "plain"}>{VERDICTS[score.verdict] ?? score.verdict}</Badge>
        <p className="text-muted">
          {score.benchmark_percentile === null
            ? "No percentile without an overall score."
            : `Percentile ${score.benchmark_percentile} of the prior norm; no comparison group of your own yet.`}{" "}
          Bar {score.benchmark.bar}.
        </p>
      </div>
      {withheld.length > 0 && (
        <Notice tone={score.verdict === "not_scored" ? "info" : "review"} title={withheldTitle(withheld.length)}>
          <ul>
            {withheld.map((entry) => (
              <li key={entry.dimension}>
                {DIMENSION_NAMES[entry.dimension]}: {entry.reasons.map((reason) => reason.text).join(" ")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function withheldTitle(count: number): string {
  return count === 4 ? "Nothing could be judged" : `${count} of 4 dimensions could not be judged`;
}
