export interface EmbeddedPostgres {
  /** Connects as the owner of the database, which is not a superuser. */
  readonly url: string;
  readonly pid: number;
  /** It was running already. */
  readonly adopted: boolean;
  readonly logFile: string;
  stop(): Promise<void>;
}

export function startEmbeddedPostgres(options: {
  folder: string;
  root: string;
  durable?: boolean;
}): Promise<EmbeddedPostgres>;

/** The server that runs for `folder` now, or null; starts nothing. */
export function runningServer(folder: string): { readonly url: string } | null;
