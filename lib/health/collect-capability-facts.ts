import { execFile } from "node:child_process";
import { access, constants, readdir } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { environment } from "@/lib/config/environment";
import type { CapabilityFacts } from "@/lib/health/capabilities";
import { recogniserStatus } from "@/lib/recognition/recogniser-status";

/** What is true rarely changes while a process runs; a page may ask at every request. */
const KEEP_MS = 60_000;
const CHECK_TIMEOUT_MS = 10_000;
const RECOMMENDED_NODE = [22, 12] as const;

const run = promisify(execFile);
let kept: { readonly until: number; readonly facts: Promise<CapabilityFacts> } | null = null;

/** Looks at this machine: every answer comes from trying the thing. Kept for a minute. */
export function collectCapabilityFacts(): Promise<CapabilityFacts> {
  if (kept === null || kept.until < Date.now()) kept = { until: Date.now() + KEEP_MS, facts: collect() };
  return kept.facts;
}

async function collect(): Promise<CapabilityFacts> {
  const [database, mediaDecoder, vectorLanguages] = await Promise.all([
    checkDatabase(),
    checkMediaDecoder(),
    listVectorLanguages(),
  ]);
  const { alignedLanguages, recogniser } = recogniserStatus();
  const nodeVersion = process.versions.node;
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const nodeRecommended =
    major > RECOMMENDED_NODE[0] || (major === RECOMMENDED_NODE[0] && minor >= RECOMMENDED_NODE[1]);
  return { nodeVersion, nodeRecommended, database, mediaDecoder, alignedLanguages, recogniser, vectorLanguages };
}

async function checkDatabase(): Promise<CapabilityFacts["database"]> {
  const { DATABASE_URL, DATABASE_EMBEDDED } = environment();
  if (DATABASE_URL === undefined) return "not_started";
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: CHECK_TIMEOUT_MS });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return DATABASE_EMBEDDED ? "embedded" : "external";
  } catch {
    return "not_reachable";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The native library is loaded in a process of its own, as it is for decoding. */
async function checkMediaDecoder(): Promise<CapabilityFacts["mediaDecoder"]> {
  const { FFMPEG_PATH } = environment();
  if (FFMPEG_PATH !== undefined) {
    return access(FFMPEG_PATH, constants.X_OK).then(
      () => "ffmpeg" as const,
      () => null,
    );
  }
  return run(process.execPath, ["--input-type=module", "-e", `await import("node-av/lib")`], {
    timeout: CHECK_TIMEOUT_MS,
  }).then(
    () => "library" as const,
    () => null,
  );
}

async function listVectorLanguages(): Promise<readonly string[]> {
  const files = await readdir(path.join(environment().dataDir, "word-vectors")).catch(() => []);
  return files
    .filter((file) => file.endsWith(".bin"))
    .map((file) => file.slice(0, -".bin".length))
    .sort();
}
