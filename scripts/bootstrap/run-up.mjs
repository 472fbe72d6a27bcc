import path from "node:path";
import { buildApplication, generateDatabaseClient } from "./build-application.mjs";
import { freePort, isFree } from "./free-port.mjs";
import { installPackages } from "./install-packages.mjs";
import { prepareDatabase } from "./prepare-database.mjs";
import { claimWhenFree } from "./run-record.mjs";
import { stopRunning } from "./run-logged.mjs";
import { startServices, waitForHealth } from "./services.mjs";
import { readSettingsOrExit, secretsKey, sessionSecret } from "./settings.mjs";
import { say, step } from "./step.mjs";
import { welcome } from "./welcome.mjs";

/** Undone in reverse order at the end, however it comes. */
const cleanups = [];
let ending = null;

/** `npm run up`, from nothing to a running application; returns when it runs, ends the process on Ctrl-C or a failure. */
export async function runUp(root) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(0, "\nStopping …"));
  try {
    await bringUp(root, Date.now());
  } catch (error) {
    if (ending === null) await end(1, `\n${error.message}`);
  }
}

async function bringUp(rootFolder, started) {
  const settings = readSettingsOrExit(rootFolder);
  const claim = await claimWhenFree(settings.dataDir);
  if ("runningAt" in claim) {
    say(`Earshot already runs with this data folder: ${claim.runningAt}.`);
    process.exit(0);
  }
  cleanups.push(() => claim.release());
  cleanups.push(() => stopRunning());
  await installPackages(settings);
  await generateDatabaseClient(settings);
  const database = await prepareDatabase(settings);
  cleanups.push(() => database.stop());
  await buildApplication(settings);
  const port = await choosePort(settings.port);
  const url = `http://localhost:${port}`;
  const services = startServices({
    root: settings.root,
    logs: settings.logs,
    port,
    env: serviceEnvironment(settings, database, port),
    onStart: (children) => claim.write({ url, children }),
    onEnd: (message) => void end(1, `\n${message}`),
  });
  cleanups.push(() => services.stop());
  await step("Starting web and worker", () => waitForHealth(url, path.join(settings.logs, "web.log")));
  process.stdout.write(welcome({ ...settings, url, seconds: Math.round((Date.now() - started) / 1000) }));
}

function serviceEnvironment({ dataDir }, database, port) {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.url,
    DATABASE_EMBEDDED: String(database.embedded),
    DATA_DIR: dataDir,
    PORT: String(port),
    NEXTAUTH_SECRET: sessionSecret(dataDir),
    SECRETS_KEY: secretsKey(dataDir),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
  };
}

/** @param {number} wanted */
async function choosePort(wanted) {
  if (await isFree(wanted, null)) return wanted;
  const port = await freePort(wanted + 1, null);
  say(`Port ${wanted} is taken by another program: using ${port}. Set PORT to choose.`);
  return port;
}

async function end(code, message) {
  if (ending !== null) return ending;
  ending = (async () => {
    say(message);
    for (const cleanup of cleanups.reverse()) await Promise.resolve(cleanup()).catch((error) => say(String(error)));
    process.exit(code);
  })();
  return ending;
}
