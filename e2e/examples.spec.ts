import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, createReadStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { demoCredentials } from "./sign-in";

// The examples as a reader would run them: own processes, from a folder with the built client installed, against the
// same server as the browser tests, which they learn from the environment.
const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "..");
const FIXTURE = path.join(ROOT, "public/fixtures/strong.mp3");
const SECRET = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "earshot-examples-"));
  cpSync(path.join(ROOT, "examples"), folder, { recursive: true });
  const installed = path.join(folder, "node_modules/@earshot/sdk");
  mkdirSync(installed, { recursive: true });
  const compiler = path.join(ROOT, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [compiler, "-p", path.join(ROOT, "lib/sdk"), "--outDir", path.join(installed, "dist")]);
  cpSync(path.join(ROOT, "lib/sdk/package.json"), path.join(installed, "package.json"));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCORERS = [
  { language: "curl", command: "bash", file: "curl/score-answer.sh" },
  { language: "Python", command: "python3", file: "python/score_answer.py" },
  { language: "Node", command: process.execPath, file: "node/score-answer.mjs" },
];

for (const { language, command, file } of SCORERS) {
  test(`the example in ${language} prints the result of a recording`, async ({ baseURL }) => {
    const env = { ...process.env, EARSHOT_URL: String(baseURL), EARSHOT_API_KEY: demoCredentials().apiKey };
    const { stdout } = await run(command, [path.join(folder, file), FIXTURE], { env });
    const result: unknown = JSON.parse(stdout);
    expect(result).toMatchObject({ object: "soft_skills_score", role_benchmark: "customer_support" });
    expect(result).toHaveProperty("status", expect.stringMatching(/^(success|partial)$/));
    expect(result).toHaveProperty("dimensions.composure", expect.any(Number));
  });

  test(`the example in ${language} ends with an error where the key is not valid`, async ({ baseURL }) => {
    const env = { ...process.env, EARSHOT_URL: String(baseURL), EARSHOT_API_KEY: `es_test_${"0".repeat(43)}` };
    const failure: unknown = await run(command, [path.join(folder, file), FIXTURE], { env }).catch((error) => error);
    expect(failure).toMatchObject({ code: 1 });
    expect(failure).toHaveProperty("stderr", expect.stringContaining("unauthorized"));
  });
}

test("the live example prints the result of what it is given on its standard input", async ({ baseURL }) => {
  const env = { ...process.env, EARSHOT_URL: String(baseURL), EARSHOT_API_KEY: demoCredentials().apiKey };
  const sending = run(process.execPath, [path.join(folder, "node/live-answer.mjs")], { env });
  if (sending.child.stdin === null) throw new Error("The example has no standard input.");
  createReadStream(FIXTURE).pipe(sending.child.stdin);
  const { stdout, stderr } = await sending;
  expect(stderr).toMatch(/^\d+ bytes sent as liv_/);
  const result: unknown = JSON.parse(stdout);
  expect(result).toMatchObject({ object: "soft_skills_score", role_benchmark: "customer_support" });
  expect(result).toHaveProperty("status", expect.stringMatching(/^(success|partial)$/));
});

const RECEIVERS = [
  { language: "Python", command: "python3", file: "python/verify_webhook.py" },
  { language: "Node", command: process.execPath, file: "node/verify-webhook.mjs" },
];

for (const { language, command, file } of RECEIVERS) {
  test(`the webhook example in ${language} takes what is signed and refuses what is not`, async () => {
    const env = { ...process.env, EARSHOT_WEBHOOK_SECRET: SECRET };
    const receiver = spawn(command, [path.join(folder, file), "0"], { env, stdio: ["ignore", "pipe", "inherit"] });
    try {
      const lines = createInterface({ input: receiver.stdout });
      const url = await listening(receiver, lines);
      const body = JSON.stringify({ type: "soft_skills_score.completed", id: "asm_1", external_id: "Zoë" });
      const printed = new Promise<string>((resolve) => lines.once("line", resolve));
      expect(await deliver(url, body, body)).toBe(204);
      expect(await printed).toContain("evt_1");
      expect(await deliver(url, body, body.replace("asm_1", "asm_2"))).toBe(400);
      expect(await deliver(url, body, body, new Date(Date.now() - 400_000))).toBe(400);
    } finally {
      receiver.kill();
    }
  });
}

function listening(receiver: ChildProcess, lines: NodeJS.EventEmitter): Promise<string> {
  return new Promise((resolve, reject) => {
    receiver.once("exit", (code) => reject(new Error(`The receiver ended with ${code}.`)));
    lines.once("line", (line: string) => resolve(`http://127.0.0.1:${line.replace(/\D/g, "")}/`));
  });
}

async function deliver(url: string, signed: string, sent: string, at = new Date()): Promise<number> {
  const headers = {
    "Content-Type": "application/json",
    "webhook-id": "evt_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(SECRET).sign("evt_1", at, signed),
  };
  return (await fetch(url, { method: "POST", headers, body: sent })).status;
}
