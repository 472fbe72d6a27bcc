import type { ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

const GAP = "  ";

/** A section of the report for a terminal: title, paragraphs broken at `columns`, tables with aligned columns. */
export function renderSection(section: ReportSection, columns: number): string {
  const { title, paragraphs, tables } = section;
  const heading = `${title}\n${"=".repeat(title.length)}`;
  const parts = [
    heading,
    ...paragraphs.map((text) => wrap(text, columns)),
    ...tables.map((table) => render(table, columns)),
  ];
  return `${parts.join("\n\n")}\n\n`;
}

function render({ caption, columns: names, rows }: ReportTable, columns: number): string {
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return [wrap(caption, columns), line(names), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join(
    "\n",
  );
}

function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
