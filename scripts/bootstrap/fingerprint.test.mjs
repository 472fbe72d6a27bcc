import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint, unlessFresh } from "./fingerprint.mjs";

let root;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "earshot-print-"));
  fs.mkdirSync(path.join(root, "app"));
  fs.writeFileSync(path.join(root, "app/page.ts"), "1");
});
afterEach(() => fs.rmSync(root, { recursive: true }));

test("a changed, added or renamed source changes the fingerprint; a touched one or a test does not", () => {
  const before = fingerprint(root, ["app"]);
  fs.utimesSync(path.join(root, "app/page.ts"), 1, 1);
  fs.writeFileSync(path.join(root, "app/page.test.ts"), "");
  expect(fingerprint(root, ["app"])).toBe(before);
  fs.renameSync(path.join(root, "app/page.ts"), path.join(root, "app/other.ts"));
  expect(fingerprint(root, ["app"])).not.toBe(before);
});

test("work is done once for a fingerprint, and again after it failed", async () => {
  const mark = path.join(root, "mark");
  let runs = 0;
  const work = async () => void runs++;
  await unlessFresh(mark, "a", work);
  await unlessFresh(mark, "a", work);
  expect(runs).toBe(1);
  await expect(unlessFresh(mark, "b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await unlessFresh(mark, "a", work);
  expect(runs).toBe(2);
});
