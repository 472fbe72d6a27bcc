#!/usr/bin/env node
/**
 * Completes package-lock.json after `npm install`. A registry mirror may not carry the prebuilt programs of every
 * platform; npm then leaves those optional packages out of the lock file, and `npm ci` on such a platform (or with
 * another npm) refuses the file. What is missing is known all the same: a package's optionalDependencies name it and its
 * version, and the name says for which system and processor it is.
 */
import fs from "node:fs";
import path from "node:path";

/** Systems by the word for them in package names. */
const SYSTEMS = {
  darwin: "darwin",
  win32: "win32",
  windows: "win32",
  linux: "linux",
  linuxmusl: "linux",
  android: "android",
  freebsd: "freebsd",
  openharmony: "openharmony",
  sunos: "sunos",
  netbsd: "netbsd",
  openbsd: "openbsd",
  aix: "aix",
};
const PROCESSORS = new Set([
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
]);

/**
 * Adds the missing entries to a parsed lock file.
 * @param {{ packages: Record<string, any> }} lock
 * @returns {string[]} where entries were added
 */
export function completeLockFile(lock) {
  const added = [];
  for (const [at, parent] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      if (findInstalled(lock.packages, at, name)) continue;
      const key = lock.packages[`node_modules/${name}`] ? `${at}/node_modules/${name}` : `node_modules/${name}`;
      lock.packages[key] = entryFor(name, range, parent);
      added.push(key);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  return added;
}

/** Node's own search: beside the parent, then in each folder above. */
function findInstalled(packages, at, name) {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

function entryFor(name, range, parent) {
  const parts = name.split(/[/-]/);
  const system = parts.map((part) => SYSTEMS[part]).find((known) => known !== undefined);
  const processor = parts
    .map((part) => (part.startsWith("arm") && part !== "arm64" ? "arm" : part))
    .find((part) => PROCESSORS.has(part));
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : parent.devOptional ? { devOptional: true } : {}),
    ...(system ? { os: [system] } : {}),
    optional: true,
  };
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(process.argv[2] ?? "package-lock.json");
  const lock = JSON.parse(fs.readFileSync(file, "utf8"));
  const added = completeLockFile(lock);
  fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? "the lock file is complete" : `added to the lock file:\n  ${added.join("\n  ")}`);
}
