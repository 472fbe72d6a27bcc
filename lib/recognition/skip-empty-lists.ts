import { insertIntoFunction } from "@/lib/recognition/insert-into-function";

/**
 * The place in SoundSwallower's `fsg_history_end_frame` (src/fsg_history.c): the address of one list of word ends has just
 * been put into local 2, and the loop over its entries begins. Locals: 0 the history, 1 the state of the grammar, 2 the
 * list's address, 3 the left context (a phone), 4 four times it, 6 the number of contexts.
 */
const BEFORE_LIST = [
  [0x20, 0, 0x28, 2, 8, 0x6a], // address of the state's row: history's lists + 4 * state
  [0x28, 2, 0, 0x6a], // load the row, + 4 * context
  [0x21, 2], // local 2 = address of the list
].flat();
/** loop: if local 2 = the next entry of the list is not null */
const LIST_LOOP = [0x03, 0x40, 0x20, 2, 0x28, 2, 0, 0x22, 2, 0x04, 0x40];

/** `while (*list == NULL) { if (++context == contexts) next state; list += 1 }`, then local 4 brought up to date. */
const SKIP_EMPTY = [
  [0x03, 0x40], // loop
  [0x20, 2, 0x28, 2, 0, 0x45, 0x04, 0x40], // if the list that local 2 points to is empty
  [0x20, 3, 0x41, 1, 0x6a, 0x22, 3], // add 1 to the context
  [0x20, 6, 0x46, 0x0d, 3], // was it the last: on with the loop over contexts, which ends there
  [0x20, 2, 0x41, 4, 0x6a, 0x21, 2], // next list: 4 bytes on
  [0x0c, 1], // loop again
  [0x0b, 0x0b], // end if, end loop
  [0x20, 3, 0x41, 2, 0x74, 0x21, 4], // local 4 = context << 2
].flat();

/**
 * SoundSwallower's WebAssembly with one loop made short; null where the module is not the known one.
 *
 * After every frame the package walks over words x phones lists of word ends, all but a few of them empty, and frees and
 * clears each: on an answer of 240 s that is more than half of the whole alignment. The bytes inserted here go past the
 * empty ones. Freeing and clearing an empty list does nothing, so every result stays the same to the last bit.
 */
export function skipEmptyLists(wasm: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const place = Uint8Array.from([...BEFORE_LIST, ...LIST_LOOP]);
  const bytes = Buffer.from(wasm.buffer, wasm.byteOffset, wasm.byteLength);
  const at = bytes.indexOf(place);
  if (at === -1 || bytes.lastIndexOf(place) !== at) return null;
  const changed = insertIntoFunction(wasm, at + BEFORE_LIST.length, Uint8Array.from(SKIP_EMPTY));
  return changed !== null && WebAssembly.validate(changed) ? changed : null;
}
