import type { Fold } from "@/scoring/fitting/grouped-folds";

/**
 * Predictions for rows that the model had not seen: for each fold, `fit` gets the training rows and the returned function
 * predicts the test rows. Everything that looks at the target (choice of knots, of ridge, means for missing values) belongs
 * inside `fit`.
 *
 * @returns one prediction a row; of repeated folds (several seeds, concatenated) the mean of the row's predictions
 * @throws RangeError when a row is in no fold's test rows
 */
export function crossValidate(
  rows: number,
  folds: readonly Fold[],
  fit: (train: readonly number[]) => (row: number) => number,
): number[] {
  const sums = new Array<number>(rows).fill(0);
  const counts = new Array<number>(rows).fill(0);
  for (const { train, test } of folds) {
    const predict = fit(train);
    for (const row of test) {
      sums[row] = (sums[row] ?? 0) + predict(row);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  return sums.map((sum, row) => {
    const count = counts[row] ?? 0;
    if (count === 0) throw new RangeError(`row ${row} is in no fold`);
    return sum / count;
  });
}
