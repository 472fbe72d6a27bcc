#!/usr/bin/env node
// `npm run doctor [-- --json]`: what works on this machine. Old versions of Node must be able to read this file.
import { fileURLToPath } from "node:url";
import { continueOnThisNode } from "./bootstrap/node-version.mjs";

const script = fileURLToPath(import.meta.url);
if (continueOnThisNode(script, process.argv.slice(2))) {
  import("./bootstrap/run-doctor.mjs").then((module) =>
    module.runDoctor(fileURLToPath(new URL("..", import.meta.url)), process.argv.slice(2)),
  );
}
