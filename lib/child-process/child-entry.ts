import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Programs that run as supervised children, or in threads, by the name of their file in `dist/`. */
export const CHILD_ENTRIES = {
  "decode-child": "lib/media/decode-child.ts",
  "decode-stream-child": "lib/media/streaming/decode-stream-child.ts",
  "aligner-child": "lib/recognition/aligner-child.ts",
  "measuring-thread": "lib/measuring/measuring-thread.ts",
  "echo-child": "lib/child-process/testing/echo-child.ts",
} as const;

export type ChildEntryName = keyof typeof CHILD_ENTRIES;

const builds = new Map<ChildEntryName, Promise<string>>();

/**
 * The file that `fork`, or a thread, can run for an entry: `<name>.mjs` beside the running bundle (`dist/`); in a checkout that runs
 * from source (tests, the development server) it is built from its TypeScript into `.data/build/`, once per process;
 * without the source, `dist/<name>.mjs` of the project. Throws an Error that says what to run when there is none.
 */
export async function resolveChildEntry(name: ChildEntryName): Promise<string> {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), `${name}.mjs`);
  if (existsSync(beside)) return beside;
  const root = await projectRoot();
  if (existsSync(path.join(root, CHILD_ENTRIES[name]))) {
    const running = builds.get(name) ?? buildEntry(root, name);
    builds.set(name, running);
    running.catch(() => builds.delete(name));
    return running;
  }
  const built = path.join(root, "dist", `${name}.mjs`);
  if (existsSync(built)) return built;
  throw new Error(`The program ${name} is missing: run "npm run build".`);
}

async function buildEntry(root: string, name: ChildEntryName): Promise<string> {
  const { build } = await import("esbuild");
  const folder = path.join(root, ".data", "build");
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, `${name}.mjs`);
  // Several processes may build at once: each writes its own file, and the rename is atomic.
  const draft = path.join(folder, `${name}.${process.pid}.${process.hrtime.bigint()}.tmp.mjs`);
  try {
    await build({
      entryPoints: [path.join(root, CHILD_ENTRIES[name])],
      outfile: draft,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      alias: { "@": root },
      absWorkingDir: root,
      logLevel: "silent",
    });
    await rename(draft, target);
  } finally {
    await rm(draft, { force: true });
  }
  return target;
}

/** The nearest folder, from the working directory or this file upwards, whose package.json is the project's. */
async function projectRoot(): Promise<string> {
  for (const start of [process.cwd(), path.dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      const manifest = path.join(folder, "package.json");
      if (existsSync(manifest) && /"name"\s*:\s*"earshot"/.test(await readFile(manifest, "utf8"))) return folder;
      if (folder === path.dirname(folder)) break;
    }
  }
  throw new Error("The project folder was not found: start from inside it.");
}
