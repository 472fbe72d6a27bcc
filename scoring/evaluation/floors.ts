import { CHANGE_ROWS, type ChangeName, type ChangeRow } from "@/scoring/evaluation/metamorphic/change-limits";
import { KNOWN_MISSES, type KnownMisses } from "@/scoring/evaluation/known-misses";
import { FLOORS, type Floor } from "@/scoring/evaluation/quick-floors";
import { type EvaluationResults, readFigure, readPath } from "@/scoring/evaluation/targets/read-figure";

/** The set whose rows each say whether their limit held. */
const CHANGES_SET = "metamorphic";
const DECIMALS = 4;

export interface FloorCheck {
  /** "so762_train fluency.shipped.utterance.r", "metamorphic gain". */
  readonly name: string;
  /** "0.861, at least 0.75". */
  readonly detail: string;
  /** null: the set was not evaluated, the tool for it is absent, or the row has no limit. */
  readonly held: boolean | null;
}

/**
 * Every floor and every metamorphic limit against the results of one run. A set that is absent from the results is not held
 * against them; a set that is there without the figure is. So is a row of the metamorphic table that is absent, unless the
 * program that makes its change is not installed.
 */
export function checkFloors(
  results: EvaluationResults,
  floors: readonly Floor[] = FLOORS,
  knownMisses: KnownMisses = KNOWN_MISSES,
): readonly FloorCheck[] {
  return [...floors.map((each) => checkFloor(results, each)), ...checkChanges(results, knownMisses)];
}

function checkFloor(results: EvaluationResults, { set, path, minus, bound, value }: Floor): FloorCheck {
  const name = `${set} ${path.join(".")}`;
  const limit = `${bound === "at_least" ? "at least" : "at most"} ${value}`;
  if (!(set in results)) return { name, detail: "not evaluated", held: null };
  const own = readFigure(results, [set, ...path]);
  const other = minus === undefined ? 0 : readFigure(results, [set, ...minus]);
  if (own === null || other === null) return { name, detail: `no figure, ${limit}`, held: false };
  const figure = minus === undefined ? own : Number(Math.abs(own - other).toFixed(DECIMALS));
  return { name, detail: `${figure}, ${limit}`, held: bound === "at_least" ? figure >= value : figure <= value };
}

function checkChanges(results: EvaluationResults, knownMisses: KnownMisses): readonly FloorCheck[] {
  if (!(CHANGES_SET in results)) return [{ name: CHANGES_SET, detail: "not evaluated", held: null }];
  const found = readPath(results, [CHANGES_SET]);
  const rows = (Array.isArray(found) ? found : []).map(fieldsOf);
  return CHANGE_ROWS.map((row) => {
    const own = rows.find((each) => each["change"] === row.name);
    return { name: `${CHANGES_SET} ${row.name}`, ...checkChange(row, own, knownMisses[row.name]) };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(row: unknown): Fields {
  return typeof row === "object" && row !== null ? { ...row } : {};
}

function checkChange(
  row: ChangeRow & { readonly name: ChangeName },
  fields: Fields | undefined,
  known: KnownMisses[ChangeName],
): Omit<FloorCheck, "name"> {
  if (fields === undefined) return { detail: "not evaluated: the results have no such row", held: false };
  const { held, mean, max, not_evaluated: reason } = fields;
  if (typeof reason === "string") {
    const excused = row.tool !== undefined && fields["tool_absent"] === true;
    return { detail: `not evaluated: ${reason}`, held: excused ? null : false };
  }
  const figures = `observed mean ${points(mean)}, max ${points(max)}`;
  const noLimit = row.limit.kind === "distance" && row.limit.mean === null;
  if (noLimit) return { detail: `${figures}, reported without a limit`, held: null };
  if (held === true)
    return { detail: known ? `${figures}, held although listed as a known miss` : figures, held: true };
  if (held !== false) return { detail: `${figures}, but not whether the limit held`, held: false };
  if (known === undefined) return { detail: `${figures}, beyond its limit`, held: false };
  const within = isAtMost(mean, known.mean) && isAtMost(max, known.max);
  return { detail: `${figures}, beyond its limit as known, at most ${known.mean} and ${known.max}`, held: within };
}

function isAtMost(value: unknown, most: number): boolean {
  return typeof value === "number" && value <= most;
}

function points(value: unknown): string {
  return typeof value === "number" ? value.toFixed(2) : "-";
}
