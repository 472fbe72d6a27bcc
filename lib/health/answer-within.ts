import { setTimeout as sleep } from "node:timers/promises";

/**
 * What a check or a look-up gives, if it does so in time: a database that takes the connection and says nothing is as
 * bad as one that is away.
 *
 * @throws Error after `milliseconds`; the work goes on, and what becomes of it is dropped
 */
export async function answerWithin<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  work.catch(() => undefined); // its fault after the time is over is nobody's any more
  const late = new AbortController();
  const timeout = sleep(milliseconds, null, { signal: late.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  timeout.catch(() => undefined); // aborted below when the work was in time
  return Promise.race([work, timeout]).finally(() => late.abort());
}
