import { expect, test } from "vitest";
import { nightly } from "@/lib/worker/nightly";

function clock(first: string) {
  let time = first;
  return { now: () => new Date(time), set: (next: string) => (time = next) };
}

test("a nightly task runs once a day, not before two o'clock, however often it is asked", async () => {
  const { now, set } = clock("2026-03-01T01:59:00Z");
  const ran: string[] = [];
  const task = nightly(async () => ran.push(now().toISOString()), now);
  for (const time of ["2026-03-01T01:59:00Z", "2026-03-01T02:29:00Z", "2026-03-01T23:59:00Z", "2026-03-02T02:00:00Z"]) {
    set(time);
    await task(undefined);
    await task(undefined);
  }
  expect(ran).toEqual(["2026-03-01T02:29:00.000Z", "2026-03-02T02:00:00.000Z"]);
});

test("one that failed is tried again on the same day", async () => {
  let tries = 0;
  const task = nightly(
    async () => {
      if (++tries === 1) throw new Error("the database is away");
      return "done";
    },
    () => new Date("2026-03-01T03:00:00Z"),
  );
  await expect(task(undefined)).rejects.toThrow("away");
  expect(await task(undefined)).toBe("done");
  expect(await task(undefined)).toBeNull();
});
