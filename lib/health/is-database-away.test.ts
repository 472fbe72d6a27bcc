import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { createClient } from "@/lib/db/client";
import { isDatabaseAway } from "@/lib/health/is-database-away";

const fault = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test("nobody listens: the database is away, whichever way it is asked", async () => {
  const client = createClient("postgresql://a:b@127.0.0.1:1/x", 1);
  const asked = [
    client.$queryRaw`select 1`,
    client.organization.findFirst(),
    client.$transaction((transaction) => transaction.$queryRaw`select 1`),
  ];
  for (const error of await Promise.all(asked.map(fault))) expect(isDatabaseAway(error)).toBe(true);
});

test("somebody listens and hangs up in the middle: the database is away", async () => {
  const server = net.createServer((socket) => void sleep(100).then(() => socket.destroy())).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  // A server on a port has an AddressInfo.
  const { port } = server.address() as net.AddressInfo;
  const client = createClient(`postgresql://a:b@127.0.0.1:${port}/x`, 1);
  expect(isDatabaseAway(await fault(client.$queryRaw`select 1`))).toBe(true);
  server.close();
});

test.each(["57P01", "57P03", "53300", "08006"])("PostgreSQL's %s means that it is away", (code) => {
  expect(isDatabaseAway(Object.assign(new Error("x"), { code }))).toBe(true);
  expect(isDatabaseAway({ meta: { driverAdapterError: { cause: { originalCode: code } } } })).toBe(true);
});

test("a fault of ours is not: a broken rule, a wrong statement, a bug", () => {
  const faults = [
    ...[new Error("x"), new TypeError("undefined is no function"), { code: "P2002" }, { code: "23505" }],
    ...[{ code: "42601" }, { code: 57 }, "57P01", null, undefined],
  ];
  for (const error of faults) expect(isDatabaseAway(error)).toBe(false);
});
