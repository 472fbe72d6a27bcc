/** One table of docs/evaluation.md: every cell is text that was already rounded for people. */
export interface ReportTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A drawing that is committed beside the page. */
export interface ReportChart {
  /** Kebab-case, without folder or ending: "so762-fluency-speaker". */
  readonly name: string;
  /** What a reader who cannot see it should know. */
  readonly description: string;
  readonly svg: string;
}

/** What one set contributes to docs/evaluation.md. Texts are Markdown paragraphs. */
export interface ReportSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}
