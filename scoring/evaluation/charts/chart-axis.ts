/** One axis: what it measures and which part of it is drawn. */
export interface ChartAxis {
  /** With the unit: "mean of five experts, points of 100". */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Between two marks. */
  readonly step: number;
  /** Digits after the point of the marks and of printed values. */
  readonly decimals: number;
}

/** More marks than this on an axis cannot be read. */
const MAX_TICKS = 21;

/** Where the marks of an axis stand: min, min + step, ... up to max. @throws RangeError for an axis that cannot be drawn */
export function axisTicks(axis: ChartAxis): readonly number[] {
  const count = Math.floor((axis.max - axis.min) / axis.step + 1e-9) + 1;
  if (!(axis.max > axis.min) || !(axis.step > 0) || !(count <= MAX_TICKS)) {
    throw new RangeError(`axis "${axis.label}" from ${axis.min} to ${axis.max} by ${axis.step} cannot be drawn`);
  }
  return Array.from({ length: count }, (_, tick) => axis.min + tick * axis.step);
}

/** Places a value between two px; values outside the axis are put at its end, so that no mark leaves the drawing. */
export function axisPosition(axis: ChartAxis, value: number, startPx: number, endPx: number): number {
  const share = Math.min(1, Math.max(0, (value - axis.min) / (axis.max - axis.min)));
  return startPx + share * (endPx - startPx);
}

/** A value of the axis as text, with its decimals; never "-0". */
export function axisText(axis: ChartAxis, value: number): string {
  const text = value.toFixed(axis.decimals);
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
