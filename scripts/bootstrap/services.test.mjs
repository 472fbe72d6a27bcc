import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startServices } from "./services.mjs";

const STAY = "setInterval(() => {}, 1000);";

let root;
let services;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "earshot-services-"));
  fs.mkdirSync(path.join(root, "node_modules/next/dist/bin"), { recursive: true });
  fs.mkdirSync(path.join(root, "dist"));
  fs.writeFileSync(path.join(root, "node_modules/next/dist/bin/next"), STAY);
});
afterEach(async () => {
  await services.stop();
  fs.rmSync(root, { recursive: true });
});

test("a worker that ends is started again, and its new process id is told", async () => {
  const endsOnce = `if (!fs.existsSync("ended")) { fs.writeFileSync("ended", ""); process.exit(3); } ${STAY}`;
  fs.writeFileSync(path.join(root, "dist/worker.mjs"), `import fs from "node:fs"; ${endsOnce}`);
  const told = [];
  const onStart = (pids) => told.push(pids);
  const onEnd = vi.fn();
  services = startServices({ root, logs: path.join(root, "logs"), port: 1, env: { ...process.env }, onStart, onEnd });
  await vi.waitFor(() => expect(told).toHaveLength(3), { timeout: 8_000 });
  const [[web], [webToo, worker], [webStill, workerAgain]] = told;
  expect([webToo, webStill]).toEqual([web, web]);
  expect(workerAgain).not.toBe(worker);
  expect(() => process.kill(workerAgain, 0)).not.toThrow();
  expect(onEnd).not.toHaveBeenCalled();
}, 15_000);
