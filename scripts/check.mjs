#!/usr/bin/env node
// `npm run check`: format, lint, types, imports, structure, documents.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { continueOnThisNode } from "./bootstrap/node-version.mjs";

const script = fileURLToPath(import.meta.url);
if (continueOnThisNode(script, process.argv.slice(2))) {
  Promise.all([
    import("./bootstrap/prepare-checkout.mjs"),
    import("./bootstrap/check-stages.mjs"),
    import("./bootstrap/stages.mjs"),
  ]).then(async ([{ prepareCheckout }, { checkStages }, { closeWith, runStages }]) => {
    const settings = await prepareCheckout(path.resolve(path.dirname(script), ".."));
    process.exit(closeWith(await runStages(checkStages(), settings.root)));
  });
}
