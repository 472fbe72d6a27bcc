import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { applyLoad, expectOnly, percentile } from "@/lib/bench/api/apply-load";

test("every request is sent once, and never more than so many are open", async () => {
  const sent: number[] = [];
  let [open, most] = [0, 0];
  const outcome = await applyLoad(50, 8, async (index) => {
    sent.push(index);
    most = Math.max(most, ++open);
    await sleep(1);
    open--;
    return index % 10 === 0 ? 429 : 200;
  });
  expect(sent.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(most).toBe(8);
  expect([...outcome.statuses]).toEqual(
    expect.arrayContaining([
      [200, 45],
      [429, 5],
    ]),
  );
  expect(() => expectOnly(200, outcome)).toThrow("5 x 429");
});

test("the 99th percentile of 1 to 100 is 99", () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile([7], 0.5)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
