#!/usr/bin/env node
// `npm run build`: everything that `npm run up` builds, without starting it.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { continueOnThisNode } from "./bootstrap/node-version.mjs";

const script = fileURLToPath(import.meta.url);
if (continueOnThisNode(script, process.argv.slice(2))) {
  Promise.all([import("./bootstrap/prepare-checkout.mjs"), import("./bootstrap/build-application.mjs")]).then(
    async ([{ prepareCheckout }, { buildApplication }]) => {
      const settings = await prepareCheckout(path.resolve(path.dirname(script), ".."));
      await buildApplication(settings).catch((error) => {
        console.error(error.message);
        process.exit(1);
      });
    },
  );
}
