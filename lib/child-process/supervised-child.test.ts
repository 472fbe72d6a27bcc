import { afterEach, expect, test } from "vitest";
import { createChildPool } from "@/lib/child-process/child-pool";
import { createSupervisedChild, type SupervisedChild } from "@/lib/child-process/supervised-child";
import type { EchoRequest, EchoResponse } from "@/lib/child-process/testing/echo-child";

const OPTIONS = { entry: "echo-child", timeoutMs: 20_000, maxOldSpaceMb: 64 } as const;
const opened: SupervisedChild<EchoRequest, EchoResponse>[] = [];

function open(overrides: Partial<{ timeoutMs: number }> = {}) {
  const child = createSupervisedChild<EchoRequest, EchoResponse>({ ...OPTIONS, ...overrides });
  opened.push(child);
  return child;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((child) => child.close()));
});

test("samples travel to the child and back as typed arrays", async () => {
  const answer = await open().request({ do: "double", samples: Float32Array.of(0.25, -0.5) });
  expect(answer).toEqual(Float32Array.of(0.5, -1));
});

test("the child stays warm between requests and answers them in order", async () => {
  const child = open();
  const pids = await Promise.all([1, 2, 3].map(() => child.request({ do: "pid" })));
  expect(new Set(pids).size).toBe(1);
  expect(pids[0]).not.toBe(process.pid);
});

test("the child sees nothing of the server's environment", async () => {
  const names = await open().request({ do: "environment" });
  expect(names).not.toContain("PATH");
  expect(names).not.toContain("TZ");
});

test.each([
  ["throws", "throw", /deliberate/],
  ["ends", "exit", /last words/],
  ["outgrows its memory", "fill-memory", /heap|SIG/i],
] as const)("a child that %s is reported as crashed and replaced", async (_, action, message) => {
  const child = open();
  const first = await child.request({ do: "pid" });
  await expect(child.request({ do: action })).rejects.toMatchObject({ reason: "crashed", message });
  expect(await child.request({ do: "pid" })).not.toBe(first);
});

test("a child that hangs is killed at the time limit and replaced", async () => {
  const child = open();
  const first = await child.request({ do: "pid" });
  await expect(child.request({ do: "hang" }, { timeoutMs: 300 })).rejects.toMatchObject({ reason: "timeout" });
  expect(await child.request({ do: "pid" })).not.toBe(first);
});

test("an abort stops a running request and a waiting one, and the rest still get their answers", async () => {
  const child = open();
  await child.request({ do: "pid" });
  const stopRunning = new AbortController();
  const stopWaiting = new AbortController();
  const running = child.request({ do: "hang" }, { signal: stopRunning.signal });
  const waiting = child.request({ do: "pid" }, { signal: stopWaiting.signal });
  const last = child.request({ do: "pid" });
  stopWaiting.abort();
  await expect(waiting).rejects.toMatchObject({ reason: "aborted" });
  stopRunning.abort();
  await expect(running).rejects.toMatchObject({ reason: "aborted" });
  expect(await last).toBeTypeOf("number");
  expect(child.pending()).toBe(0);
});

test("closing rejects what runs and refuses what comes later", async () => {
  const child = open();
  await child.request({ do: "pid" });
  const running = expect(child.request({ do: "hang" })).rejects.toMatchObject({ reason: "aborted" });
  await child.close();
  await running;
  await expect(child.request({ do: "pid" })).rejects.toMatchObject({ reason: "aborted" });
});

test("a pool spreads simultaneous requests over its children", async () => {
  const pool = createChildPool<EchoRequest, EchoResponse>(OPTIONS, 2);
  opened.push(pool);
  const pids = await Promise.all([1, 2, 3, 4].map(() => pool.request({ do: "pid" })));
  expect(new Set(pids).size).toBe(2);
});
