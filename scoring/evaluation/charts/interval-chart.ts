import { axisPosition, axisText, axisTicks, type ChartAxis } from "@/scoring/evaluation/charts/chart-axis";
import { coordinate } from "@/scoring/evaluation/charts/coordinate";
import { CHART_WIDTH, svgCircle, svgDocument, svgLine, svgText } from "@/scoring/evaluation/charts/svg-document";
import type { ReportChart } from "@/scoring/evaluation/report-section";

const ROW_HEIGHT = 34;
const LEGEND_Y = 60;
const LEGEND_LINE = 22;
/** From the last line of the legend to the first row. */
const LEGEND_GAP = 26;
/** Room for the printed value and its interval on the right. */
const VALUE_WIDTH = 140;
const MARGIN = 24;
/** Mean width of a character at 13 px: close enough to keep labels and marks apart. */
const CHARACTER_PX = 6.7;
const LABEL_PX = { min: 120, max: 330 } as const;
/** Classes and shapes of the marks beside the value, in the order of `marks`. */
const LOOKS = ["first", "second", "third"] as const;

export interface IntervalRow {
  readonly label: string;
  /** null where it was not measured: the row says so. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  /** Values to compare with, in the order of `marks` of the chart; null where there is none. */
  readonly against: readonly (number | null)[];
}

export interface IntervalSpec {
  /** Kebab-case name of the file, without ending. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly axis: ChartAxis;
  /** What the dot is: "Earshot". */
  readonly valueLabel: string;
  /** What the thin line is: "95 % interval". */
  readonly intervalLabel: string;
  /** Up to three: the first is drawn as an upright bar (a target, a limit), the next as a ring and a diamond. */
  readonly marks: readonly string[];
  readonly rows: readonly IntervalRow[];
}

/**
 * One row a figure: a dot on its interval, beside it the target and up to two baselines, the number in print.
 *
 * @throws RangeError without rows, with more than three marks, or when a figure is not finite
 */
export function intervalChart(spec: IntervalSpec): ReportChart {
  if (spec.rows.length === 0) throw new RangeError(`the chart "${spec.name}" has no rows`);
  if (spec.marks.length > LOOKS.length) throw new RangeError(`the chart "${spec.name}" has more than three marks`);
  const longest = Math.max(...spec.rows.map((row) => row.label.length));
  const left = MARGIN + Math.min(LABEL_PX.max, Math.max(LABEL_PX.min, longest * CHARACTER_PX + 16));
  const right = CHART_WIDTH - VALUE_WIDTH - MARGIN;
  const key = legend(spec);
  const top = key.lastLineY + LEGEND_GAP;
  const bottom = top + spec.rows.length * ROW_HEIGHT;
  const at = (value: number) => axisPosition(spec.axis, value, left, right);
  const body = [
    ...key.elements,
    ...spec.rows.filter((_, row) => row % 2 === 0).map((_, pair) => band(top + 2 * pair * ROW_HEIGHT)),
    ...axisTicks(spec.axis).flatMap((value) => [
      svgLine("grid", at(value), top, at(value), bottom),
      svgText(at(value), bottom + 20, axisText(spec.axis, value), { className: "quiet", anchor: "middle" }),
    ]),
    svgLine("axis", left, bottom, right, bottom),
    ...spec.rows.flatMap((row, index) => drawRow(spec, row, top + (index + 0.5) * ROW_HEIGHT, at)),
    svgText((left + right) / 2, bottom + 44, spec.axis.label, { anchor: "middle" }),
  ];
  const { name, title, description } = spec;
  return { name, description, svg: svgDocument({ title, description, heightPx: bottom + 60, body }) };
}

function band(yPx: number): string {
  const width = CHART_WIDTH - MARGIN;
  return `<rect class="band" x="${MARGIN / 2}" y="${coordinate(yPx)}" width="${width}" height="${ROW_HEIGHT}" rx="4"/>`;
}

function drawRow({ axis }: IntervalSpec, row: IntervalRow, y: number, at: (value: number) => number): string[] {
  const { label, value, interval, against } = row;
  const drawn = [svgText(MARGIN, y + 4.5, label)];
  if (interval !== null) drawn.push(svgLine("span", at(interval[0]), y, at(interval[1]), y));
  if (value !== null) drawn.push(svgCircle("mark", at(value), y, 5));
  // Outlines over the dot: a mark at the same value stays visible.
  against.forEach((other, index) => {
    const look = LOOKS[index];
    if (other !== null && look !== undefined) drawn.push(mark(look, at(other), y));
  });
  return [...drawn, ...printedValue(axis, value, interval, y)];
}

function printedValue(axis: ChartAxis, value: number | null, interval: IntervalRow["interval"], y: number): string[] {
  const left = CHART_WIDTH - VALUE_WIDTH - MARGIN + 20;
  if (value === null) return [svgText(left, y + 4.5, "not measured", { className: "quiet" })];
  const number = svgText(left, y + 4.5, axisText(axis, value), { className: "strong" });
  if (interval === null) return [number];
  const range = `${axisText(axis, interval[0])} to ${axisText(axis, interval[1])}`;
  return [number, svgText(CHART_WIDTH - MARGIN, y + 4.5, range, { className: "quiet", anchor: "end" })];
}

/** A bar, a ring or a diamond: told apart by shape as well as colour. */
function mark(look: (typeof LOOKS)[number], x: number, y: number): string {
  if (look === "first") return svgLine("first", x, y - 11, x, y + 11);
  if (look === "second") return svgCircle("second", x, y, 7);
  const [cx, cy] = [coordinate(x), coordinate(y)];
  return `<path class="third" d="M${cx} ${cy}m0 -8l8 8l-8 8l-8 -8z"/>`;
}

/** What the marks mean, in as many lines as it takes. */
function legend(spec: IntervalSpec): { readonly elements: readonly string[]; readonly lastLineY: number } {
  const elements: string[] = [];
  let [x, y] = [MARGIN, LEGEND_Y];
  for (const { draw, text } of legendEntries(spec)) {
    const width = 26 + text.length * CHARACTER_PX;
    if (x > MARGIN && x + width > CHART_WIDTH - MARGIN) [x, y] = [MARGIN, y + LEGEND_LINE];
    elements.push(draw(x + 10, y), svgText(x + 26, y + 4.5, text, { className: "quiet" }));
    x += width + 20;
  }
  return { elements, lastLineY: y };
}

interface LegendEntry {
  readonly draw: (x: number, y: number) => string;
  readonly text: string;
}

function legendEntries({ valueLabel, intervalLabel, marks, rows }: IntervalSpec): readonly LegendEntry[] {
  const span: LegendEntry = { draw: (x, y) => svgLine("span", x - 10, y, x + 10, y), text: intervalLabel };
  return [
    { draw: (x, y) => svgCircle("mark", x, y, 5), text: valueLabel },
    ...(rows.some((row) => row.interval !== null) ? [span] : []),
    ...LOOKS.slice(0, marks.length).map((look, index): LegendEntry => {
      return { draw: (x, y) => mark(look, x, y), text: marks[index] ?? "" };
    }),
  ];
}
