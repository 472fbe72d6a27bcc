// Bundles the programs that run outside Next.js into dist/ (packages stay external). A program is built again only
// when one of the files that went into it, package-lock.json or this script is newer than it.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(import.meta.dirname, "..");

/** Programs by the name of their file in dist/. The children's names are those of lib/child-process/child-entry.ts. */
export const PROGRAMS = {
  cli: "lib/cli/main.ts",
  docs: "lib/reference-pages/main.ts",
  worker: "lib/worker/main.ts",
  "decode-child": "lib/media/decode-child.ts",
  "decode-stream-child": "lib/media/streaming/decode-stream-child.ts",
  "aligner-child": "lib/recognition/aligner-child.ts",
  "measuring-thread": "lib/measuring/measuring-thread.ts",
};

/**
 * Builds what is stale among `names` and returns the names that were built. Throws esbuild's error, which says where.
 * @param {readonly (keyof typeof PROGRAMS)[]} names
 * @param {(line: string) => void} say
 */
export async function bundle(names, say = () => {}) {
  const stale = names.filter((name) => isStale(name));
  if (stale.length === 0) return stale;
  say(`building ${stale.join(", ")}`);
  const { build } = await import("esbuild");
  mkdirSync(path.join(ROOT, "dist"), { recursive: true });
  await Promise.all(stale.map((name) => buildProgram(build, name)));
  return stale;
}

/** The draft is renamed when it is whole: two builds at once, or a stopped one, never leave half a program. */
async function buildProgram(build, name) {
  const draft = path.join(ROOT, "dist", `${name}.${process.pid}.tmp.mjs`);
  try {
    const { metafile } = await build({
      entryPoints: [path.join(ROOT, PROGRAMS[name])],
      outfile: draft,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      alias: { "@": ROOT },
      absWorkingDir: ROOT,
      metafile: true,
      logLevel: "silent",
    });
    writeFileSync(inputsFile(name), JSON.stringify(Object.keys(metafile.inputs)));
    renameSync(draft, programFile(name));
  } finally {
    rmSync(draft, { force: true });
  }
}

function isStale(name) {
  if (!existsSync(programFile(name)) || !existsSync(inputsFile(name))) return true;
  const builtMs = statSync(programFile(name)).mtimeMs;
  const inputs = [...JSON.parse(readFileSync(inputsFile(name), "utf8")), "package-lock.json", "scripts/bundle.mjs"];
  // The pages are made of whatever routes there are: a new one is in no list of inputs yet.
  if (name === "docs" && apiRoutes().some((file) => !inputs.includes(file))) return true;
  return inputs.some((input) => {
    const file = path.join(ROOT, input);
    return !existsSync(file) || statSync(file).mtimeMs > builtMs;
  });
}

function apiRoutes() {
  const files = readdirSync(path.join(ROOT, "app/v1"), { recursive: true }).map((file) =>
    file.split(path.sep).join("/"),
  );
  return files.filter((file) => path.basename(file) === "route.ts").map((file) => `app/v1/${file}`);
}

export function programFile(name) {
  return path.join(ROOT, "dist", `${name}.mjs`);
}

function inputsFile(name) {
  return path.join(ROOT, "dist", `${name}.inputs.json`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in PROGRAMS));
  if (unknown.length > 0) {
    console.error(`There is no program ${unknown.join(", ")}; there are ${Object.keys(PROGRAMS).join(", ")}.`);
    process.exit(2);
  }
  await bundle(wanted.length > 0 ? wanted : Object.keys(PROGRAMS), (line) => console.log(line));
}
