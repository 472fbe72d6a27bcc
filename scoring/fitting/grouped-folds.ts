import { shuffled } from "@/scoring/fitting/seeded-random";

/** Row numbers of one round: the model is fitted on `train` and judged on `test`. Both ascend. */
export interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/**
 * k-fold cross-validation in which all rows of a group (a person) are on the same side, so that a model is never judged on
 * somebody it has heard. Groups are shuffled by the seed, then dealt to the fold that has the fewest rows so far.
 *
 * @param groups the group of each row
 * @param k at least 2; folds that would be empty (fewer groups than k) are left out
 * @returns folds whose test rows together are every row exactly once
 */
export function groupedFolds(groups: readonly string[], k: number, seed: number): Fold[] {
  if (!Number.isInteger(k) || k < 2) throw new RangeError(`k must be an integer of at least 2, not ${k}`);
  const rowsOf = new Map<string, number>();
  for (const group of groups) rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  if (rowsOf.size < 2) throw new RangeError("cross-validation by group needs at least two groups");
  const load = new Array<number>(k).fill(0);
  const foldOf = new Map<string, number>();
  // Sorted first: the folds must not depend on the order of the rows.
  for (const group of shuffled([...rowsOf.keys()].sort(), seed)) {
    const fold = load.indexOf(Math.min(...load));
    foldOf.set(group, fold);
    load[fold] = (load[fold] ?? 0) + (rowsOf.get(group) ?? 0);
  }
  return load.flatMap((rows, fold) => (rows === 0 ? [] : [splitBy(groups, (group) => foldOf.get(group) === fold)]));
}

/** One fold a group, in the order of the groups' names: the group is judged by a model fitted on all others. */
export function leaveOneGroupOut(groups: readonly string[]): Fold[] {
  const names = [...new Set(groups)].sort();
  if (names.length < 2) throw new RangeError("leaving a group out needs at least two groups");
  return names.map((name) => splitBy(groups, (group) => group === name));
}

function splitBy(groups: readonly string[], isTest: (group: string) => boolean): Fold {
  const train: number[] = [];
  const test: number[] = [];
  groups.forEach((group, row) => (isTest(group) ? test : train).push(row));
  return { train, test };
}
