import { type EvaluationResults, readFigure, readPath } from "@/scoring/evaluation/targets/read-figure";
import { type Target, TARGETS } from "@/scoring/evaluation/targets/targets";

/** A target beside what was found. */
export interface TargetReading {
  readonly target: Target;
  /** null: the set was not evaluated or has no such figure. */
  readonly reached: number | null;
  readonly interval: readonly [number, number] | null;
  /** null where nothing was measured. */
  readonly met: boolean | null;
}

/** Every target with the figure that the results hold for it. */
export function readTargets(
  results: EvaluationResults,
  targets: readonly Target[] = TARGETS,
): readonly TargetReading[] {
  return targets.map((target) => {
    const reached = reachedFigure(results, target);
    const interval = target.interval === undefined ? null : readInterval(results, [target.set, ...target.interval]);
    return { target, reached, interval, met: reached === null ? null : isWithin(reached, target) };
  });
}

function reachedFigure(results: EvaluationResults, { set, path, minus }: Target): number | null {
  const figure = readFigure(results, [set, ...path]);
  if (minus === undefined || figure === null) return figure;
  const other = readFigure(results, [set, ...minus]);
  return other === null ? null : Math.abs(figure - other);
}

function readInterval(results: EvaluationResults, path: readonly string[]): readonly [number, number] | null {
  const found = readPath(results, path);
  if (!Array.isArray(found)) return null;
  const [low, high] = found.map((end: unknown) => end);
  return typeof low === "number" && typeof high === "number" ? [low, high] : null;
}

function isWithin(figure: number, { bound, value }: Target): boolean {
  return bound === "at_least" ? figure >= value : figure <= value;
}
