/** Weighted means and, around them, mean products of columns with each other and with the target. */
export interface Moments {
  readonly columnMeans: readonly number[];
  readonly targetMean: number;
  /** gram[j][k] = mean of (x_j - mean_j)(x_k - mean_k). */
  readonly gram: readonly (readonly number[])[];
  /** cross[j] = mean of (x_j - mean_j)(y - mean_y). */
  readonly cross: readonly number[];
}

/** The moments that least squares with a free intercept needs; rows are centred first, which keeps the digits. */
export function centredMoments(
  rows: readonly (readonly number[])[],
  target: readonly number[],
  weights: readonly number[] = rows.map(() => 1),
): Moments {
  const columns = rows[0]?.length ?? 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const columnMeans = new Array<number>(columns).fill(0);
  let targetMean = 0;
  rows.forEach((row, i) => {
    const share = (weights[i] ?? 0) / total;
    for (let j = 0; j < columns; j += 1) columnMeans[j] = (columnMeans[j] ?? 0) + share * (row[j] ?? 0);
    targetMean += share * (target[i] ?? 0);
  });
  const gram = Array.from({ length: columns }, () => new Float64Array(columns));
  const cross = new Float64Array(columns);
  const centred = new Float64Array(columns);
  rows.forEach((row, i) => {
    const share = (weights[i] ?? 0) / total;
    for (let j = 0; j < columns; j += 1) centred[j] = (row[j] ?? 0) - (columnMeans[j] ?? 0);
    const y = share * ((target[i] ?? 0) - targetMean);
    gram.forEach((line, j) => {
      const weighted = share * (centred[j] ?? 0);
      cross[j] = (cross[j] ?? 0) + y * (centred[j] ?? 0);
      for (let k = 0; k <= j; k += 1) line[k] = (line[k] ?? 0) + weighted * (centred[k] ?? 0);
    });
  });
  const symmetric = gram.map((line, j) => gram.map((other, k) => (k <= j ? line[k] : other[j]) ?? 0));
  return { columnMeans, targetMean, gram: symmetric, cross: [...cross] };
}
