import path from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";

const MEBIBYTE = 1024 * 1024;

/** An unset variable and an empty one are the same: shells and compose files cannot always leave one out. */
const optionalText = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const count = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

function isRangeList(text: string): boolean {
  const entries = text.split(",").map((entry) => entry.trim());
  return entries.every((entry) => entry === "" || ipaddr.isValidCIDR(entry));
}

/** Every setting there is; .env.example says the same to people, and a test keeps the two equal. */
export const ENVIRONMENT_SCHEMA = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** PostgreSQL 15 or newer. `npm run up` fills it in from the embedded server when it is not given. */
  DATABASE_URL: optionalText.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  /** Set by `npm run up` beside the DATABASE_URL of its embedded server. */
  DATABASE_EMBEDDED: z.stringbool().default(false),
  /** Connections a process may hold. */
  DATABASE_POOL_SIZE: count(10, 2, 200),
  PORT: count(3000, 1, 65_535),
  /** Recordings, the embedded database and generated secrets. */
  DATA_DIR: z.string().min(1).default(".data"),
  /** Where sign-in returns to: the address that the browser sees. */
  NEXTAUTH_URL: optionalText.pipe(z.url().optional()),
  /** Signs sessions. `npm run up` makes one and keeps it in DATA_DIR. */
  NEXTAUTH_SECRET: optionalText.pipe(z.string().min(32).optional()),
  /** Seals secrets that must be read again (webhooks sign with theirs). `npm run up` makes one and keeps it in DATA_DIR. */
  SECRETS_KEY: optionalText.pipe(z.string().min(32).optional()),
  STORAGE: z.enum(["disk"]).default("disk"),
  /** A system ffmpeg instead of the built-in decoder. */
  FFMPEG_PATH: optionalText,
  MEDIA_MAX_SECONDS: count(900, 1, 24 * 3600),
  MEDIA_MAX_BYTES: count(200 * MEBIBYTE, 1, 4096 * MEBIBYTE),
  /** A request whose body stalls for longer than this is given up. */
  BODY_IDLE_SECONDS: count(30, 1, 600),
  /** Answers that one worker scores at the same time. */
  CONCURRENCY: count(2, 1, 64),
  /** Live answers that one worker decodes while they arrive; others are decoded when they are completed. */
  LIVE_ANSWERS_AT_ONCE: count(8, 0, 256),
  /** Runs of one organization at the same time, over all workers; more wait their turn. */
  ORGANIZATION_CONCURRENCY: count(8, 1, 1000),
  /** Proxies of our own in front of the server; X-Forwarded-For is believed that far and no further. */
  TRUSTED_PROXIES: count(0, 0, 10),
  /** Opens /metrics to whoever sends it as a bearer token; without it there are no metrics. */
  METRICS_TOKEN: optionalText.pipe(z.string().min(16).optional()),
  /** Where a worker serves its own; not when not set. */
  METRICS_PORT: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number().int().min(1).max(65_535).optional(),
  ),
  METRICS_HOST: z.string().min(1).max(255).default("127.0.0.1"),
  /** Private ranges that recordings may be fetched from and webhooks sent to: "10.1.0.0/16, fd12::/48". */
  OUTBOUND_ALLOW: z.string().max(10_000).refine(isRangeList, "must be ranges such as 10.1.0.0/16").default(""),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof ENVIRONMENT_SCHEMA> & {
  /** DATA_DIR as an absolute path. */
  readonly dataDir: string;
};

let parsed: Environment | null = null;

/**
 * The settings of this process, parsed on first use: a build needs none of them.
 * @throws Error naming every variable that is wrong and why; the process should not go on.
 */
export function environment(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** Pure part of `environment()`. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const result = ENVIRONMENT_SCHEMA.safeParse(variables);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not valid (see .env.example):\n${lines.join("\n")}`);
  }
  return { ...result.data, dataDir: path.resolve(result.data.DATA_DIR) };
}

/** DATABASE_URL, where there is no going on without it. */
export function databaseUrl(): string {
  const url = environment().DATABASE_URL;
  if (url === undefined) {
    throw new Error(
      "DATABASE_URL is not set. `npm run up` starts an embedded PostgreSQL; otherwise set it to your own.",
    );
  }
  return url;
}

/** Tests give each file its own database: changes variables and forgets what was parsed. */
export function changeEnvironmentForTests(changes: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  parsed = null;
}
