import fs from "node:fs";
import path from "node:path";
import { runLogged } from "./run-logged.mjs";

/** Bundles one TypeScript entry so that plain Node runs it; packages stay outside the bundle. Returns the file. */
export async function bundleEntry(root, entry) {
  const { build } = await import("esbuild"); // only here: this file is loaded before the packages are installed
  const outfile = path.join(
    root,
    "node_modules/.cache/earshot",
    `${entry.replaceAll("/", "-").replace(/\.ts$/, "")}.${process.pid}.mjs`,
  );
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    absWorkingDir: root,
    logLevel: "silent",
    sourcemap: "inline",
  });
  return outfile;
}

/** Runs one TypeScript entry to its end, with its output in a log file. */
export async function runTypescript(entry, { root, logFile, env }) {
  const file = await bundleEntry(root, entry);
  try {
    await runLogged([process.execPath, "--enable-source-maps", file], { cwd: root, logFile, env });
  } finally {
    fs.rmSync(file, { force: true });
  }
}
