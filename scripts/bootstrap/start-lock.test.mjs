import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processStart } from "./process-start.mjs";
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

test("a lock whose process is gone is taken over, and nothing but the new lock is left", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  fs.writeFileSync(file, JSON.stringify({ pid, start: "earlier", id: "a" }));
  expect(takeLock(file)).toHaveProperty("release");
  expect(fs.readdirSync(path.dirname(file))).toEqual(["lock"]);
});

test.each([
  ["another process", () => process.ppid],
  ["this very process", () => process.pid],
])("a lock whose process id belongs to %s by now is taken over", (_, pid) => {
  fs.writeFileSync(file, JSON.stringify({ pid: pid(), start: "before the machine was switched off", id: "a" }));
  expect(takeLock(file)).toHaveProperty("release");
});

test("a lock of another living process is kept", () => {
  const lock = { pid: process.ppid, start: processStart(process.ppid), id: "a" };
  fs.writeFileSync(file, JSON.stringify(lock));
  expect(takeLock(file)).toEqual({ holder: process.ppid });
  expect(JSON.parse(fs.readFileSync(file, "utf8"))).toEqual(lock);
});

test.each(["", "4242", "null", "{"])("a file that is no lock (%j) is replaced", (text) => {
  fs.writeFileSync(file, text);
  expect(takeLock(file)).toHaveProperty("release");
});

test("releasing leaves a lock alone that somebody else has taken since", () => {
  const first = takeLock(file);
  fs.writeFileSync(file, "another");
  first.release();
  expect(fs.readFileSync(file, "utf8")).toBe("another");
});

test("of many processes that find the same stale lock one gets it", async () => {
  const lockModule = JSON.stringify(path.join(import.meta.dirname, "start-lock.mjs"));
  const taker = `import { takeLock } from ${lockModule};
    process.stdin.once("data", () => {
      console.log("release" in takeLock(${JSON.stringify(file)}) ? "won" : "lost");
      process.stdin.once("data", () => process.exit());
    });
    console.log("ready");`;
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, start: "earlier", id: "a" }));
  const takers = Array.from({ length: 6 }, () => spawn(process.execPath, ["--input-type=module", "-e", taker]));
  const says = () => Promise.all(takers.map(async ({ stdout }) => String((await once(stdout, "data"))[0]).trim()));
  await says();
  const outcomes = says();
  for (const { stdin } of takers) stdin.write("go\n");
  expect((await outcomes).filter((outcome) => outcome === "won")).toHaveLength(1);
  for (const { stdin } of takers) stdin.write("end\n");
  await Promise.all(takers.map((child) => child.exitCode ?? once(child, "exit")));
}, 20_000);

test("the start of a process that has ended is not told", () => {
  expect(processStart(spawnSync(process.execPath, ["-e", ""]).pid)).toBeNull();
  expect(processStart(process.pid)).toBe(processStart(process.pid));
});

test("waiting ends with a sentence that says what to do", async () => {
  takeLock(file);
  await expect(waitForLock(file, 50)).rejects.toThrow(/End it, or delete the file/);
});
