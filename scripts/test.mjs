#!/usr/bin/env node
// `npm test`: everything that CI runs, and what it needs. Old versions of Node must be able to read this file.
import { fileURLToPath } from "node:url";
import { continueOnThisNode } from "./bootstrap/node-version.mjs";

const script = fileURLToPath(import.meta.url);
if (continueOnThisNode(script, process.argv.slice(2))) {
  import("./bootstrap/run-test.mjs").then((module) => module.runTest(fileURLToPath(new URL("..", import.meta.url))));
}
