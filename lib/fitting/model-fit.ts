/** What every fit is handed. */
export interface FitContext {
  /** The folder that holds one folder a set, absolute. */
  readonly dataDir: string;
  /** Where measured artifacts are kept between runs. */
  readonly cacheDir: string;
  /** One line for the person who waits. */
  readonly progress: (line: string) => void;
}

/** The names that a publication gives a model. */
export interface Publication {
  /** "read-speech@1.0.0" */
  readonly id: string;
  /** File name of its card: "read-speech-1.0.0.md". */
  readonly card: string;
  /** Day of the fit, "2026-05-31". */
  readonly date: string;
  /** What was typed, without the place of the data. */
  readonly command: string;
}

/** A model that was fitted and has no name yet. */
export interface FittedModel {
  /** The model file's content; it must pass the model's own schema. */
  readonly model: (publication: Publication) => unknown;
  /** Markdown: data, date, command, metrics, limits. */
  readonly card: (publication: Publication) => string;
  /** Cross-validated figures for `--json`, snake_case. */
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** One model that can be fitted again. */
export interface ModelFit {
  /** First part of the model's id, and what `--only` names. */
  readonly name: string;
  /** @throws EvaluationDataError when the data are missing or not laid out as expected */
  fit(context: FitContext): Promise<FittedModel>;
}
