import { fit, wrap, type TerminalStyle } from "@/lib/cli/terminal-style";
import { formatSigned, formatValue } from "@/lib/cli/format-value";
import type { EvidenceJson, EvidenceTermJson } from "@/lib/assessments/serialize-evidence";
import type { SoftSkillsScoreJson } from "@/lib/assessments/serializers";
import type { Dimension } from "@/scoring/dimensions/dimension-result";

export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  communication: "Communication",
  clarity: "Clarity",
  composure: "Composure",
  empathy_signal: "Empathy signal",
};

const LABEL_WIDTH = 36;
const VALUE_WIDTH = 22;
const NORM_WIDTH = 14;
const BAR_WIDTH = 12;
const POINTS_PER_CELL = 1;

/** One dimension: its sum term by term, or why it is withheld. */
export function renderLedger(
  score: SoftSkillsScoreJson,
  dimension: Dimension,
  style: TerminalStyle,
  columns: number,
): string {
  const title = style.bold(DIMENSION_TITLES[dimension]);
  const ledger = score.evidence[dimension];
  const value = score.dimensions[dimension];
  if (!ledger || value === null) {
    const reasons = score.low_confidence.find((entry) => entry.dimension === dimension)?.reasons ?? [];
    const lines = reasons.map((reason) => `  ${style.warn("!")} ${wrap(reason.text, columns - 4, "    ")}`);
    return [`${title}  ${style.warn("not scored")}`, ...lines].join("\n");
  }
  const interval = score.intervals[dimension];
  const range = interval ? style.dim(`80 % interval ${interval[0]}-${interval[1]}`) : "";
  const provisional = score.provisional.includes(dimension) ? `  ${style.warn("provisional")}` : "";
  const cautions = score.cautions.find((entry) => entry.dimension === dimension)?.reasons ?? [];
  return [
    `${title}  ${style.bold(String(value))}  ${range}${provisional}`,
    row("base", "", "", formatSigned(ledger.base).replace("+", " "), ""),
    ...ledger.terms.map((term) => termRow(term, style)),
    ...(ledger.clip === 0 ? [] : [row("cut to 0-100", "", "", formatSigned(ledger.clip), "")]),
    style.dim(row("", "", "", "=".repeat(6), "")),
    row("", "", "", ledger.exact_score.toFixed(2), `= ${style.bold(String(value))}`),
    ...missingLine(ledger, style, columns),
    ...cautions.map((reason) => `  ${style.warn("!")} ${wrap(reason.text, columns - 4, "    ")}`),
  ].join("\n");
}

function termRow(term: EvidenceTermJson, style: TerminalStyle): string {
  const norm = term.norm ? `norm ${formatValue(term.norm.mean)}` : "";
  return row(
    term.label,
    `${formatValue(term.value)} ${term.unit}`,
    norm,
    formatSigned(term.points),
    bar(term.points, style),
  );
}

function row(label: string, value: string, norm: string, points: string, tail: string): string {
  const cells = [fit(label, LABEL_WIDTH), fit(value, VALUE_WIDTH), fit(norm, NORM_WIDTH), points.padStart(7)];
  return `  ${cells.join(" ")}  ${tail}`.trimEnd();
}

function bar(points: number, style: TerminalStyle): string {
  const cells = Math.min(BAR_WIDTH, Math.round(Math.abs(points) / POINTS_PER_CELL));
  const text = "#".repeat(Math.max(cells, points === 0 ? 0 : 1));
  return points < 0 ? style.bad(text.replaceAll("#", "-")) : style.good(text.replaceAll("#", "+"));
}

function missingLine(ledger: EvidenceJson, style: TerminalStyle, columns: number): string[] {
  if (ledger.missing.length === 0) return [];
  const names = ledger.missing.map((term) => `${term.label} (${term.reason})`).join(", ");
  return [`  ${style.dim(wrap(`not measured: ${names}`, columns - 2, "  "))}`];
}
