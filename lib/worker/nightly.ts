/** Nobody works then, in most of the places that are asked from; UTC. */
const NIGHT_BEGINS_HOUR = 2;

/**
 * Makes a task one that runs once a night, whenever it is asked: the first time after two o'clock (UTC) on each day.
 * A process that starts later on a day has not seen its night, and does it then. One that failed is tried again.
 *
 * @param now for tests
 */
export function nightly<Input, Result>(
  run: (input: Input) => Promise<Result>,
  now: () => Date = () => new Date(),
): (input: Input) => Promise<Result | null> {
  let doneOn: string | null = null;
  return async (input) => {
    const time = now();
    const today = time.toISOString().slice(0, 10);
    if (time.getUTCHours() < NIGHT_BEGINS_HOUR || doneOn === today) return null;
    doneOn = today;
    try {
      return await run(input);
    } catch (error) {
      doneOn = null;
      throw error;
    }
  };
}
