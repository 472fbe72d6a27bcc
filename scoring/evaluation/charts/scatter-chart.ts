import { axisPosition, axisText, axisTicks, type ChartAxis } from "@/scoring/evaluation/charts/chart-axis";
import { type ChartPoint, fittedLine } from "@/scoring/evaluation/charts/fitted-line";
import { CHART_WIDTH, svgCircle, svgDocument, svgLine, svgText } from "@/scoring/evaluation/charts/svg-document";
import type { ReportChart } from "@/scoring/evaluation/report-section";

/** Points are counted in this many cells along each axis (docs/decisions/0012): a drawing of counts, not of persons. */
const CELLS = 40;
const PLOT = { left: 84, top: 56, right: CHART_WIDTH - 236, bottom: 496 } as const;
const HEIGHT = 556;
const LARGEST_RADIUS = 9;
const SMALLEST_RADIUS = 3;

export interface ScatterSpec {
  /** Kebab-case name of the file, without ending. */
  readonly name: string;
  readonly title: string;
  /** What a reader who cannot see it should know: what is compared, the strength, what stands out. */
  readonly description: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly points: readonly ChartPoint[];
  /** Draws x = y, where perfect agreement would lie; only where both axes have the same unit. */
  readonly identity: boolean;
  /** Printed beside the plot, one line each: "r = .86", "[.79, .91]", "n = 60 speakers". The caller's own figures. */
  readonly notes: readonly string[];
}

/**
 * Two measures of the same things against each other: circles whose area says how many fall in a cell, their least
 * squares line, the line of agreement if asked for.
 *
 * @throws RangeError without points, or when a figure is not finite
 */
export function scatterChart(spec: ScatterSpec): ReportChart {
  if (spec.points.length === 0) throw new RangeError(`the chart "${spec.name}" has no points`);
  const place = ({ x, y }: ChartPoint): ChartPoint => ({
    x: axisPosition(spec.x, x, PLOT.left, PLOT.right),
    y: axisPosition(spec.y, y, PLOT.bottom, PLOT.top),
  });
  const cells = countCells(spec);
  const body = [...frame(spec), ...lines(spec, place), ...circles(cells, place), ...legend(spec, cells)];
  const { name, title, description } = spec;
  return { name, description, svg: svgDocument({ title, description, heightPx: HEIGHT, body }) };
}

interface Cell {
  readonly centre: ChartPoint;
  readonly count: number;
}

/** How many points fall in each cell, row by row from the lowest; empty cells are left out. */
function countCells({ x, y, points }: ScatterSpec): readonly Cell[] {
  const counts = new Map<number, number>();
  const index = (axis: ChartAxis, value: number) =>
    Math.min(CELLS - 1, Math.floor(axisPosition(axis, value, 0, CELLS)));
  for (const point of points) {
    const key = index(y, point.y) * CELLS + index(x, point.x);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const centre = (axis: ChartAxis, at: number) => axis.min + ((at + 0.5) / CELLS) * (axis.max - axis.min);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, count]) => ({ centre: { x: centre(x, key % CELLS), y: centre(y, Math.floor(key / CELLS)) }, count }));
}

function frame({ x, y }: ScatterSpec): string[] {
  const across = axisTicks(x).flatMap((value) => {
    const at = axisPosition(x, value, PLOT.left, PLOT.right);
    return [
      svgLine("grid", at, PLOT.top, at, PLOT.bottom),
      svgText(at, PLOT.bottom + 20, axisText(x, value), { className: "quiet", anchor: "middle" }),
    ];
  });
  const up = axisTicks(y).flatMap((value) => {
    const at = axisPosition(y, value, PLOT.bottom, PLOT.top);
    return [
      svgLine("grid", PLOT.left, at, PLOT.right, at),
      svgText(PLOT.left - 10, at + 4, axisText(y, value), { className: "quiet", anchor: "end" }),
    ];
  });
  const middleY = (PLOT.top + PLOT.bottom) / 2;
  return [
    ...across,
    ...up,
    svgLine("axis", PLOT.left, PLOT.bottom, PLOT.right, PLOT.bottom),
    svgLine("axis", PLOT.left, PLOT.top, PLOT.left, PLOT.bottom),
    svgText((PLOT.left + PLOT.right) / 2, PLOT.bottom + 44, x.label, { anchor: "middle" }),
    `<g transform="translate(30 ${middleY}) rotate(-90)">${svgText(0, 0, y.label, { anchor: "middle" })}</g>`,
  ];
}

function lines({ x, y, points, identity }: ScatterSpec, place: (point: ChartPoint) => ChartPoint): string[] {
  const drawn: string[] = [];
  if (identity) {
    const low = Math.max(x.min, y.min);
    const high = Math.min(x.max, y.max);
    if (high > low) drawn.push(segment("identity", place({ x: low, y: low }), place({ x: high, y: high })));
  }
  const fit = fittedLine(points);
  if (fit !== null) {
    const ends = visibleEnds(points, fit, y);
    if (ends !== null) drawn.push(segment("line", place(ends[0]), place(ends[1])));
  }
  return drawn;
}

/** The part of the fitted line over the points' own x that lies within the y axis. */
function visibleEnds(
  points: readonly ChartPoint[],
  { intercept, slope }: { readonly intercept: number; readonly slope: number },
  y: ChartAxis,
): readonly [ChartPoint, ChartPoint] | null {
  const xs = points.map((point) => point.x);
  const [bottom, top] = [y.min, y.max].map((edge) => (edge - intercept) / slope).sort((a, b) => a - b);
  const from = Math.max(Math.min(...xs), slope === 0 ? -Infinity : (bottom ?? -Infinity));
  const to = Math.min(Math.max(...xs), slope === 0 ? Infinity : (top ?? Infinity));
  const at = (x: number): ChartPoint => ({ x, y: intercept + slope * x });
  return to > from ? [at(from), at(to)] : null;
}

function segment(className: string, from: ChartPoint, to: ChartPoint): string {
  return svgLine(className, from.x, from.y, to.x, to.y);
}

function radius(count: number, most: number): number {
  return Math.max(SMALLEST_RADIUS, Math.min(LARGEST_RADIUS, 4 * Math.sqrt(most)) * Math.sqrt(count / most));
}

function circles(cells: readonly Cell[], place: (point: ChartPoint) => ChartPoint): string[] {
  const most = Math.max(...cells.map((cell) => cell.count));
  return cells.map(({ centre, count }) => {
    const { x, y } = place(centre);
    return svgCircle("dots", x, y, radius(count, most));
  });
}

function legend({ notes, identity, points }: ScatterSpec, cells: readonly Cell[]): string[] {
  const left = PLOT.right + 28;
  const most = Math.max(...cells.map((cell) => cell.count));
  const drawn = notes.map((note, row) => svgText(left, PLOT.top + 14 + row * 20, note, { className: "strong" }));
  let y = PLOT.top + 14 + notes.length * 20 + 20;
  const entry = (mark: string, text: string) => {
    drawn.push(mark, svgText(left + 34, y + 4, text, { className: "quiet" }));
    y += 24;
  };
  for (const count of most > 1 ? [1, most] : [1]) {
    entry(svgCircle("dots", left + 12, y, radius(count, most)), count === 1 ? "one" : `${count} at the same place`);
  }
  if (fittedLine(points) !== null) entry(svgLine("line", left, y, left + 24, y), "least squares line");
  if (identity) entry(svgLine("identity", left, y, left + 24, y), "perfect agreement");
  return drawn;
}
