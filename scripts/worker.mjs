#!/usr/bin/env node
// `npm run worker`: one worker on this machine, against DATABASE_URL. As many as you like, on as many machines.
import { spawn } from "node:child_process";
import path from "node:path";
import { prepareCheckout } from "./bootstrap/prepare-checkout.mjs";
import { bundle, programFile } from "./bundle.mjs";

const settings = await prepareCheckout(path.resolve(import.meta.dirname, ".."));
if (settings.databaseUrl === null) {
  console.error("DATABASE_URL is not set. A worker of its own needs the database that the web application uses.");
  process.exit(2);
}
await bundle(["worker", "decode-child", "decode-stream-child", "aligner-child", "measuring-thread"], (line) =>
  console.error(line),
);
const child = spawn(process.execPath, ["--enable-source-maps", programFile("worker")], {
  cwd: settings.root,
  stdio: "inherit",
  env: { NODE_ENV: "production", ...process.env, DATA_DIR: settings.dataDir },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
