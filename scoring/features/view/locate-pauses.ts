import type { Interval } from "@/scoring/acoustics/interval";
import { middleMs } from "@/scoring/features/view/response-window";

/**
 * For each pause the index of the token it follows, -1 before the first. Compared by middles, because word times of a
 * recogniser often reach into the silence. Both lists ascend.
 */
export function locatePauses(pauses: readonly Interval[], tokens: readonly Interval[]): Int32Array {
  const known = remembered.get(pauses);
  if (known?.tokens === tokens) return known.located;
  const located = locateEach(pauses, tokens);
  remembered.set(pauses, { tokens, located });
  return located;
}

/** Several features ask for the same pauses of a view: this changes only the time. */
const remembered = new WeakMap<
  readonly Interval[],
  { readonly tokens: readonly Interval[]; readonly located: Int32Array }
>();

function locateEach(pauses: readonly Interval[], tokens: readonly Interval[]): Int32Array {
  const located = new Int32Array(pauses.length);
  let next = 0;
  for (let p = 0; p < pauses.length; p++) {
    const pause = pauses[p];
    if (pause === undefined) continue;
    const middle = middleMs(pause);
    for (let token = tokens[next]; token !== undefined && middleMs(token) < middle; token = tokens[next]) next++;
    located[p] = next - 1;
  }
  return located;
}
