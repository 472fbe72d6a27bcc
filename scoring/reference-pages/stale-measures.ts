/** A page of measured figures, which no check can compute again, and what it must name to be about this program. */
export interface MeasuredPage {
  /** "docs/evaluation.md" */
  readonly file: string;
  /** null: there is no such file. */
  readonly text: string | null;
  /** "npm run evaluate -- --data DIR" */
  readonly command: string;
  /** Models, sets, targets, rows: each stands on the page as it is written here. */
  readonly mustName: readonly string[];
}

/** One line for each page that is missing or speaks of another state of the program; none for pages that are current. */
export function staleMeasures(pages: readonly MeasuredPage[]): readonly string[] {
  return pages.flatMap(({ file, text, command, mustName }) => {
    if (text === null) return [`${file} is missing: run "${command}".`];
    const missing = mustName.filter((name) => !text.includes(name));
    return missing.length === 0 ? [] : [`${file} does not name ${missing.join(", ")}: run "${command}".`];
  });
}
