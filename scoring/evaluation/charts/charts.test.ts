import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisPosition, axisText, axisTicks } from "@/scoring/evaluation/charts/chart-axis";
import { fittedLine } from "@/scoring/evaluation/charts/fitted-line";
import { intervalChart, type IntervalSpec } from "@/scoring/evaluation/charts/interval-chart";
import { scatterChart, type ScatterSpec } from "@/scoring/evaluation/charts/scatter-chart";

const AXIS = { label: "points & more", min: 0, max: 100, step: 20, decimals: 0 };
const SCATTER: ScatterSpec = {
  name: "made-up",
  title: "Made <up>",
  description: 'r is ".9" & n is 2',
  x: AXIS,
  y: AXIS,
  points: [
    { x: 20, y: 30 },
    { x: 80, y: 70 },
  ],
  identity: true,
  notes: ["n = 2"],
};
const INTERVALS: IntervalSpec = {
  name: "made-up",
  title: "Made up",
  description: "d",
  axis: { label: "r", min: -0.2, max: 1, step: 0.2, decimals: 2 },
  valueLabel: "Earshot",
  intervalLabel: "95 % interval",
  marks: ["target"],
  rows: [
    { label: "clarity", value: 0.61, interval: [0.5, 0.7], against: [0.6] },
    { label: "composure", value: null, interval: null, against: [null] },
  ],
};
const elements = (svg: string, start: string) => svg.split(start).length - 1;

describe("a chart", () => {
  it("names itself for readers who cannot see it, with every sign escaped", () => {
    const { svg } = scatterChart(SCATTER);
    expect(svg).toContain('<title id="title">Made &lt;up&gt;</title>');
    expect(svg).toContain('<desc id="desc">r is &quot;.9&quot; &amp; n is 2</desc>');
    expect(svg).toContain('role="img" aria-labelledby="title desc"');
  });

  it("brings colours for light and dark pages", () => {
    for (const { svg } of [scatterChart(SCATTER), intervalChart(INTERVALS)]) {
      expect(svg).toContain("@media(prefers-color-scheme:dark)");
    }
  });

  it("refuses figures that are no numbers instead of hiding them at its edge", () => {
    expect(() => scatterChart({ ...SCATTER, points: [{ x: Number.NaN, y: 1 }] })).toThrow(RangeError);
    const rows = [{ label: "x", value: Number.NaN, interval: null, against: [] }];
    expect(() => intervalChart({ ...INTERVALS, rows })).toThrow(RangeError);
    expect(() => scatterChart({ ...SCATTER, points: [] })).toThrow("has no points");
    expect(() => intervalChart({ ...INTERVALS, rows: [] })).toThrow("has no rows");
  });
});

describe("scatterChart", () => {
  it("is the same text for the same points in any order", () => {
    const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(points, (some) => {
        const svg = (list: typeof some) => scatterChart({ ...SCATTER, points: list }).svg;
        expect(svg([...some].reverse())).toBe(svg(some));
        expect(svg(some)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 30 },
    );
  });

  it("draws one circle for points that share a cell, so that a circle is no person", () => {
    const crowd = Array.from({ length: 50 }, () => ({ x: 51, y: 51 }));
    const alone = scatterChart({ ...SCATTER, points: [...crowd, { x: 10, y: 10 }] }).svg;
    expect(elements(alone, '<circle class="dots"')).toBe(2 + 2); // two cells, two in the legend
    expect(alone).toContain("50 at the same place");
  });

  it("draws the line of agreement only where it was asked for, and no fitted line through a single x", () => {
    const points = [
      { x: 50, y: 10 },
      { x: 50, y: 90 },
    ];
    const { svg } = scatterChart({ ...SCATTER, identity: false, points });
    expect(elements(svg, '<line class="identity"')).toBe(0);
    expect(elements(svg, '<line class="line"')).toBe(0);
    expect(elements(scatterChart(SCATTER).svg, '<line class="identity"')).toBe(2);
  });
});

describe("intervalChart", () => {
  it("prints each value with its interval, and says where nothing was measured", () => {
    const { svg } = intervalChart(INTERVALS);
    expect(svg).toContain(">0.61<");
    expect(svg).toContain(">0.50 to 0.70<");
    expect(svg).toContain(">not measured<");
    expect(elements(svg, '<line class="first"')).toBe(2); // one target, one in the legend
  });

  it("breaks a long legend into lines instead of running out of the drawing", () => {
    const marks = ["words a minute alone, the simplest baseline", "refitted and cross-validated by participant", "x"];
    const height = (svg: string) => Number(/height="(\d+)"/.exec(svg)?.[1]);
    const long = intervalChart({ ...INTERVALS, marks }).svg;
    expect(height(long)).toBe(height(intervalChart(INTERVALS).svg) + 22);
    const width = (text: string) => text.length * 6.7;
    for (const [, x, text] of long.matchAll(/<text class="quiet" x="([\d.]+)" y="[\d.]+">([^<]*)</g)) {
      expect(Number(x) + width(text ?? "")).toBeLessThan(760);
    }
  });

  it("refuses more kinds of marks than can be told apart", () => {
    expect(() => intervalChart({ ...INTERVALS, marks: ["a", "b", "c", "d"] })).toThrow("more than three marks");
  });
});

describe("an axis", () => {
  it("has marks from its lowest to its highest value", () => {
    expect(axisTicks(INTERVALS.axis).map((tick) => axisText(INTERVALS.axis, tick))).toEqual([
      "-0.20",
      "0.00",
      "0.20",
      "0.40",
      "0.60",
      "0.80",
      "1.00",
    ]);
    expect(() => axisTicks({ ...AXIS, step: 0 })).toThrow(RangeError);
    expect(() => axisTicks({ ...AXIS, max: 0 })).toThrow(RangeError);
  });

  it("keeps values beyond its ends on the drawing", () => {
    expect([-50, 0, 50, 100, 900].map((value) => axisPosition(AXIS, value, 10, 110))).toEqual([10, 10, 60, 110, 110]);
  });
});

describe("fittedLine", () => {
  it("finds the line that points lie on", () => {
    const points = [1, 2, 5].map((x) => ({ x, y: 3 - 2 * x }));
    expect(fittedLine(points)?.slope).toBeCloseTo(-2, 12);
    expect(fittedLine(points)?.intercept).toBeCloseTo(3, 12);
    expect(fittedLine([{ x: 1, y: 1 }])).toBeNull();
  });
});
