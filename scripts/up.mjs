#!/usr/bin/env node
// `npm run up`: from a fresh clone to a running Earshot. Old versions of Node must be able to read this file.
import { fileURLToPath } from "node:url";
import { continueOnThisNode } from "./bootstrap/node-version.mjs";

const script = fileURLToPath(import.meta.url);
if (continueOnThisNode(script, process.argv.slice(2))) {
  import("./bootstrap/run-up.mjs").then((module) => module.runUp(fileURLToPath(new URL("..", import.meta.url))));
}
