import type { ReportSection } from "@/scoring/evaluation/report-section";

/** What every set is handed. */
export interface EvaluationContext {
  /** The folder that holds one folder a set, absolute. */
  readonly dataDir: string;
  /** Fewer speakers, for CI: at most 20 a set. */
  readonly quick: boolean;
  /** Where measured artifacts may be kept between runs; never inside the project's tracked files. */
  readonly cacheDir: string;
  /** One line for the person who waits. */
  readonly progress: (line: string) => void;
}

/** `json` goes under the set's name into the object of `evaluate --json` (snake_case), `section` into docs/evaluation.md. */
export interface EvaluationOutcome {
  readonly json: Readonly<Record<string, unknown>> | readonly Readonly<Record<string, unknown>>[];
  readonly section: ReportSection;
}

/** One public data set and what is asked of it. */
export interface EvaluationSet {
  /** Key in the JSON, and what `--only` names. */
  readonly name: string;
  /** Folder of the data that it reads. */
  readonly folder: string;
  /**
   * Reads, measures and compares.
   *
   * @throws EvaluationDataError when the folder is not laid out as expected: says which file and what is wrong
   */
  evaluate(context: EvaluationContext): Promise<EvaluationOutcome>;
}

/** The data are missing or not as they should be; the message is for the person who runs the command. */
export class EvaluationDataError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EvaluationDataError";
  }
}
