/** A step that takes longer than this says that it is still going, and then again every so often. */
const STILL_GOING_MS = 2_000;
const REPEAT_MS = 15_000;

/**
 * Runs one named step and shows its progress on standard error: its name once it takes more than two seconds, that it
 * still goes on, and how long it took.
 * @template T
 * @param {string} name "Installing packages"
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const started = Date.now();
  let shown = false;
  let timer = setTimeout(function show() {
    say(shown ? `  … ${name}, ${seconds(started)}` : `  ${name} …`);
    shown = true;
    timer = setTimeout(show, REPEAT_MS);
  }, STILL_GOING_MS);
  try {
    const result = await work();
    say(`✓ ${name} (${seconds(started)})`);
    return result;
  } catch (error) {
    say(`✗ ${name} failed after ${seconds(started)}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
