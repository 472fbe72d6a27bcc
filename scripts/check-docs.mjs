#!/usr/bin/env node
/** Documents stay true: links between files lead somewhere, and every `npm run x` that they name exists. */
import fs from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"));

const breaches = documents().flatMap((file) => {
  const text = fs.readFileSync(path.join(ROOT, file), "utf8");
  return [...deadLinks(file, text), ...unknownCommands(file, text)];
});
for (const breach of breaches) console.error(breach);
console.log(breaches.length === 0 ? "docs: no breach" : `docs: ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);

function documents() {
  const atRoot = fs.readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  const docs = path.join(ROOT, "docs");
  const below = fs.existsSync(docs) ? fs.readdirSync(docs, { recursive: true, encoding: "utf8" }) : [];
  return [...atRoot, ...below.filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
}

function deadLinks(file, text) {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
    .map((match) => match[1])
    .filter((target) => !fs.existsSync(path.resolve(ROOT, path.dirname(file), decodeURIComponent(target))))
    .map((target) => `${file} links to ${target}, which does not exist.`);
}

function unknownCommands(file, text) {
  return [...text.matchAll(/npm run (?:--silent |-s )?([a-z][\w:-]*)/g)]
    .map((match) => match[1])
    .filter((name) => !(name in scripts))
    .map((name) => `${file} names "npm run ${name}", which does not exist.`);
}
