import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const IGNORED = new Set(["node_modules", ".next", ".data", "dist", "generated", ".git"]);

/**
 * One hash over the contents of files and folders, to see whether something built from them is stale.
 * Tests are left out: they change no build. Paths that do not exist count as absent.
 */
export function fingerprint(root, paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((name) => filesUnder(path.join(root, name)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(start) {
  const stat = fs.statSync(start, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [start];
  const names = fs.readdirSync(start).filter((name) => !IGNORED.has(name) && !/\.test\.\w+$/.test(name));
  return names.sort().flatMap((name) => filesUnder(path.join(start, name)));
}

/** Runs `work` unless `markFile` already holds `wanted`; remembers it afterwards. Returns whether it ran. */
export async function unlessFresh(markFile, wanted, work) {
  const known = fs.existsSync(markFile) ? fs.readFileSync(markFile, "utf8") : null;
  if (known === wanted) return false;
  fs.rmSync(markFile, { force: true }); // an interrupted build must not look finished
  await work();
  fs.mkdirSync(path.dirname(markFile), { recursive: true });
  fs.writeFileSync(markFile, wanted);
  return true;
}
