import { describe, expect, it } from "vitest";
import { headingAnchor, markdownTable } from "@/scoring/evaluation/page/markdown";
import { renderEvaluationPage } from "@/scoring/evaluation/page/render-evaluation-page";
import type { ReportSection } from "@/scoring/evaluation/report-section";
import { readTargets } from "@/scoring/evaluation/targets/read-targets";

const SECTION: ReportSection = {
  title: "Interviews, and judges",
  paragraphs: ["Nine judges."],
  tables: [{ caption: "Agreement", columns: ["score", "r"], rows: [["clarity", ".61 [.50, .70]"]] }],
  charts: [{ name: "judges", description: "r = .61 [.50, .70]\nof nine", svg: "<svg/>" }],
};
const page = (section: Partial<ReportSection> = {}) =>
  renderEvaluationPage({
    modelIds: ["soft-skills@9.9.9"],
    sets: [{ name: "mit_interview", section: { ...SECTION, ...section } }],
    targets: readTargets({ mit_interview: { cv: { clarity: { r: 0.549, ci: [0.4, 0.7] } } } }),
  });

describe("renderEvaluationPage", () => {
  it("names the models and sets, and leads from the contents to every chapter", () => {
    const text = page();
    expect(text).toContain("`soft-skills@9.9.9`");
    expect(text).toContain("Set: `mit_interview`");
    const linked = [...text.matchAll(/^- \[.*\]\(#(.*)\)$/gm)].map((match) => match[1]);
    expect(linked).toEqual([...text.matchAll(/^## (.*)$/gm)].map((match) => headingAnchor(match[1] ?? "")));
    expect(linked).toContain("interviews-and-judges");
  });

  it("shows each drawing with words for those who cannot see it", () => {
    expect(page()).toContain("![r = .61 (.50, .70) of nine](evaluation/judges.svg)");
  });

  it("never rounds a missed target up to a met one, and says what was not measured", () => {
    const rows = page().split("\n");
    expect(rows.find((row) => row.includes("clarity: r"))).toContain("| ≥ .550 | .549 | .400 to .700 | missed |");
    expect(rows.find((row) => row.includes("composure: r"))).toContain("not measured");
  });

  it("gives the source and terms of each set that was evaluated, and of no other", () => {
    expect(page()).toContain("Naim, Tanveer, Gildea and Hoque 2015");
    expect(page()).not.toContain("speechocean762, Zhang");
  });

  it("refuses drawings that would overwrite each other or another file", () => {
    const [chart] = SECTION.charts;
    if (chart === undefined) throw new Error("the section has a drawing");
    expect(() => page({ charts: [chart, chart] })).toThrow('two drawings are called "judges"');
    expect(() => page({ charts: [{ ...chart, name: "../judges" }] })).toThrow("kebab-case");
  });
});

describe("markdownTable", () => {
  it("keeps signs of Markdown inside their cell", () => {
    const text = markdownTable({ caption: "c", columns: ["a|b"], rows: [["one\ntwo | three"]] });
    expect(text).toContain("| a\\|b |");
    expect(text).toContain("| one two \\| three |");
  });

  it("refuses a row with another number of cells than columns", () => {
    expect(() => markdownTable({ caption: "c", columns: ["a", "b"], rows: [["1"]] })).toThrow("2 columns");
  });

  it("aligns figures to the right and words to the left", () => {
    const rows = [["clarity", ".61 [.50, .70]"]];
    expect(markdownTable({ caption: "c", columns: ["score", "r"], rows })).toContain("| --- | ---: |");
  });
});
