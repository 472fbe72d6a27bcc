import path from "node:path";
import { fingerprint, unlessFresh } from "./fingerprint.mjs";
import { runLogged } from "./run-logged.mjs";
import { step } from "./step.mjs";

/** What the production build is made from. */
const SOURCES = ["app", "components", "lib", "scoring", "prisma/schema", "package-lock.json"].concat([
  "next.config.ts",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
]);

/**
 * Makes everything that runs: Prisma's client, word vectors, the bundles of worker, command line and children, and the
 * production build of the web application. Each only where what it is made from has changed.
 * @param {{ root: string, dataDir: string, logs: string }} places
 */
export async function buildApplication({ root, dataDir, logs }) {
  const run = logged({ root, dataDir, logs });
  await generateDatabaseClient({ root, dataDir, logs });
  await step("Packing word vectors", () => run("word-vectors", ["scripts/pack-word-vectors.mjs"]));
  await step("Bundling worker and command line", () => run("bundle", ["scripts/bundle.mjs"]));
  await unlessFresh(path.join(root, ".next/earshot-sources"), fingerprint(root, SOURCES), () =>
    step("Building the web application", () => run("build", ["node_modules/next/dist/bin/next", "build"])),
  );
}

/** The database client from the schema: migration, seed, types and tests need it before anything is built. */
export async function generateDatabaseClient({ root, dataDir, logs }) {
  const schema = fingerprint(root, ["prisma/schema", "package-lock.json"]);
  await unlessFresh(path.join(root, "lib/db/generated/.earshot-schema"), schema, () =>
    step("Generating the database client", () =>
      logged({ root, dataDir, logs })("generate", ["scripts/prisma.mjs", "generate"]),
    ),
  );
}

/** Runs Node scripts of the checkout, each with its own log. */
function logged({ root, dataDir, logs }) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATA_DIR: dataDir };
  return (name, args) =>
    runLogged([process.execPath, ...args], { cwd: root, logFile: path.join(logs, `${name}.log`), env });
}
