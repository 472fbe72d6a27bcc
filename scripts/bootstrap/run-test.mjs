import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkStages } from "./check-stages.mjs";
import { ensureChromium } from "./chromium.mjs";
import { evaluationStage } from "./evaluation-stage.mjs";
import { freePort } from "./free-port.mjs";
import { prepareCheckout } from "./prepare-checkout.mjs";
import { closeWith, runStages } from "./stages.mjs";

/** The browser tests' application listens here or just above, away from one that a person runs. */
const FIRST_TEST_PORT = 34_100;
/** Of the outline of a failed page: enough to see which page it was. */
const MAX_PAGE_CHARACTERS = 6000;

/** `npm test`: checks, then unit and database tests, evaluation floors, browser tests. All run, also after a failure. */
export async function runTest(root) {
  const settings = await prepareCheckout(root);
  const node = (file, ...args) => [process.execPath, `node_modules/${file}`, ...args];
  const vitest = (project) => node("vitest/vitest.mjs", "run", "--project", project, "--silent=passed-only");
  const before = await runStages(
    [
      ...checkStages(),
      { name: "word vectors", command: [process.execPath, "scripts/pack-word-vectors.mjs"] },
      { name: "unit tests", command: vitest("unit") },
      { name: "database tests", command: vitest("database") },
      evaluationStage(settings.root),
    ],
    settings.root,
  );
  process.exit(closeWith([...before, await browserStage(settings)]));
}

async function browserStage(settings) {
  const name = "browser tests";
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "earshot-browser-"));
  fs.chmodSync(dataDir, 0o755); // the database's own user must be able to pass through
  try {
    const chromium = await ensureChromium(settings);
    const port = await freePort(FIRST_TEST_PORT, null);
    const env = { DATA_DIR: dataDir, PORT: String(port), CHROMIUM_PATH: chromium, DATABASE_URL: "" };
    const command = [process.execPath, "node_modules/@playwright/test/cli.js", "test"];
    const [result] = await runStages([{ name, command, env }], settings.root);
    if (!result.passed) {
      showFailedPages(path.join(settings.root, "test-results"));
      console.log(`The application's logs: ${keepLogs(dataDir, settings.logs)}`);
    }
    return result;
  } catch (error) {
    console.error(error.message);
    return { name, passed: false, seconds: 0 };
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Prints what each failed page showed: where only this output is kept, the picture beside it is lost. */
function showFailedPages(folder) {
  for (const test of fs.existsSync(folder) ? fs.readdirSync(folder) : []) {
    const page = path.join(folder, test, "error-context.md");
    if (fs.existsSync(page)) console.log(`${test}:\n${fs.readFileSync(page, "utf8").slice(0, MAX_PAGE_CHARACTERS)}\n`);
  }
}

function keepLogs(dataDir, logs) {
  const target = path.join(logs, "browser-tests");
  fs.rmSync(target, { recursive: true, force: true });
  if (fs.existsSync(path.join(dataDir, "logs"))) fs.cpSync(path.join(dataDir, "logs"), target, { recursive: true });
  return target;
}
