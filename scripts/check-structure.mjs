#!/usr/bin/env node
/** Rules on files that no other tool checks (CONTRIBUTING.md). Prints each breach with what to do; exits with 1. */
import fs from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const SOURCE_FOLDERS = ["app", "components", "lib", "scoring", "scripts", "prisma", "e2e"];
const ROOT_FILES = ["proxy.ts", "instrumentation.ts", "next.config.ts"];
const SKIPPED = new Set(["node_modules", "generated", "migrations", ".next", "dist"]);
const CODE = /\.(ts|tsx|mjs|cjs)$/;
const MAX_LINES = 400;

/** Folders of lib that are platform, not a domain noun: free in their file names. */
const PLATFORM = new Set(
  [
    "auth",
    "child-process",
    "cli",
    "config",
    "db",
    "errors",
    "format",
    "health",
    "http",
    "idempotency",
    "jobs",
    "log",
    "mail",
  ].concat(["media", "rate-limit", "recognition", "sdk", "storage", "worker"]),
);
/** The fixed files of a domain folder; anything else there is a decision or a shape, named by what it does. */
const VAGUE_NAMES = new Set([
  "index",
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "shared",
  "stuff",
  "lib",
  "types",
]);

const RULES = [
  function isShort(file, text) {
    const lines = text.split("\n").length;
    return lines > MAX_LINES ? `has ${lines} lines; ${MAX_LINES} is the limit. Split it by idea.` : null;
  },
  function isKebabCase(file) {
    const name = path.basename(file);
    const plain = name.replace(/\.(int\.test|test|spec|d|config)?\.?(ts|tsx|mjs|cjs|mts)$/, "");
    return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(plain) ? null : "is not in kebab-case.";
  },
  function saysWhatItIs(file) {
    const plain = path.basename(file).split(".")[0];
    return VAGUE_NAMES.has(plain) ? `is called "${plain}", which says nothing. Name it after its main export.` : null;
  },
  function readsEnvironmentInOnePlace(file, text) {
    const allowed = /^(lib\/config\/|scripts\/|e2e\/)|\.test\.|\/testing\//.test(file);
    return !allowed && /process\.env\b(?!\.NEXT_RUNTIME|\["NEXT_RUNTIME"\])/.test(text)
      ? "reads process.env; use environment() of lib/config."
      : null;
  },
  function keepsDomainsApart(file) {
    const [top, folder, name] = file.split("/");
    if (top !== "lib" || name === undefined || PLATFORM.has(folder)) return null;
    return file.split("/").length > 4 ? "is nested too deep for a domain folder: lib/<domain>/<file>." : null;
  },
  function keepsRoutesThin(file, text) {
    if (!/^app\/.*\/route\.ts$/.test(file)) return null;
    const lines = text.trimEnd().split("\n").length;
    return lines > 40 ? `has ${lines} lines; a route is a declaration of 40 at most. Move the work to lib.` : null;
  },
];

export function findBreaches() {
  return sourceFiles().flatMap((file) => {
    const text = fs.readFileSync(path.join(ROOT, file), "utf8");
    return RULES.map((rule) => rule(file, text))
      .filter((breach) => breach !== null)
      .map((breach) => `${file} ${breach}`);
  });
}

function sourceFiles() {
  const inFolders = SOURCE_FOLDERS.flatMap((folder) => walk(folder));
  return [...inFolders, ...ROOT_FILES.filter((file) => fs.existsSync(path.join(ROOT, file)))];
}

function walk(folder) {
  const full = path.join(ROOT, folder);
  if (!fs.existsSync(full)) return [];
  return fs.readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const at = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(at);
    return CODE.test(entry.name) ? [at] : [];
  });
}

if (process.argv[1] === import.meta.filename) {
  const breaches = findBreaches();
  for (const breach of breaches) console.error(breach);
  console.log(breaches.length === 0 ? "structure: no breach" : `structure: ${breaches.length} breaches`);
  process.exit(breaches.length === 0 ? 0 : 1);
}
