import { performance } from "node:perf_hooks";

/** What a load found. */
export interface LoadOutcome {
  /** Milliseconds of every request, in the order in which they ended. */
  readonly durationsMs: readonly number[];
  /** How often each HTTP status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** From the first request to the last answer. */
  readonly seconds: number;
}

/**
 * Sends requests, always `atOnce` of them open: the next one goes out when one is answered.
 *
 * @param send sends the request with this number and resolves to its status, once the whole answer is here
 */
export async function applyLoad(
  requests: number,
  atOnce: number,
  send: (index: number) => Promise<number>,
): Promise<LoadOutcome> {
  const durationsMs: number[] = [];
  const statuses = new Map<number, number>();
  const startedAt = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < requests) {
      const index = next++;
      const sentAt = performance.now();
      const status = await send(index);
      durationsMs.push(performance.now() - sentAt);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { durationsMs, statuses, seconds: (performance.now() - startedAt) / 1_000 };
}

/** The value that a share of all values does not pass: nearest rank. @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("There is no percentile of nothing.");
  return value;
}

/** @throws Error that names what was answered instead */
export function expectOnly(status: number, { statuses }: LoadOutcome): void {
  const others = [...statuses].filter(([other]) => other !== status);
  if (others.length === 0) return;
  throw new Error(
    `Expected ${status} alone; also answered: ${others.map(([code, n]) => `${n} x ${code}`).join(", ")}.`,
  );
}
