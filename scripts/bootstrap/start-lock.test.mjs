import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock, waitForLock } from "./start-lock.mjs";

let file;
beforeEach(() => {
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "earshot-lock-")), "lock");
});
afterEach(() => fs.rmSync(path.dirname(file), { recursive: true }));

test("a second taker is told who holds the lock, and gets it once it is released", () => {
  const first = takeLock(file);
  expect(takeLock(file)).toEqual({ holder: process.pid });
  first.release();
  expect(takeLock(file)).toHaveProperty("release");
});

test("a lock whose process is gone is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  fs.writeFileSync(file, String(pid));
  expect(takeLock(file)).toHaveProperty("release");
});

test("waiting ends with a sentence that says what to do", async () => {
  takeLock(file);
  await expect(waitForLock(file, 50)).rejects.toThrow(/End it, or delete the file/);
});
