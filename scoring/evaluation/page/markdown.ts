import type { ReportTable } from "@/scoring/evaluation/report-section";

/** One line that cannot end a table cell: bars escaped, line ends as spaces. */
export function cellText(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|")
    .trim();
}

/**
 * A table in Markdown below its caption. Columns of figures only are aligned to the right.
 *
 * @throws RangeError when a row has another number of cells than there are columns
 */
export function markdownTable({ caption, columns, rows }: ReportTable): string {
  const broken = rows.find((row) => row.length !== columns.length);
  if (broken !== undefined) {
    throw new RangeError(`the table "${caption}" has ${columns.length} columns but a row with ${broken.length} cells`);
  }
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(" | ")} |`;
  const rule = columns.map((_, column) => (isNumeric(rows, column) ? "---:" : "---"));
  return [`**${cellText(caption)}**`, "", line(columns), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

/** Figures, intervals, percentages, dashes: at least one digit and nothing of words. */
function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "");
  return cells.some((cell) => /\d/.test(cell)) && cells.every((cell) => /^[\d\s.,%[\]+±–-]*$/.test(cell));
}

/** The part after # that GitHub gives a heading: lower case, spaces as dashes, other signs left out. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
