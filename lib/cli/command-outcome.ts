/** Where a command writes; tests hand in their own. */
export interface CommandOutput {
  /** Results: the only thing on standard output. */
  out(text: string): void;
  /** One line for people about what went wrong. */
  error(line: string): void;
  readonly colour: boolean;
  /** Characters a line may have. */
  readonly columns: number;
}

/** 0: ran. 1: broke. 2: bad arguments or input. */
export type ExitCode = 0 | 1 | 2;

/** Bad arguments: the message is one line that says what to do instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
