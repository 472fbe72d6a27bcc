const HEADER_BYTES = 8;
const CODE_SECTION = 10;

/** Where something lies whose length is written before it. */
interface Sized {
  /** First byte of the written length. */
  readonly sizeAt: number;
  readonly startAt: number;
  readonly endAt: number;
}

/**
 * A WebAssembly module with instructions inserted at a byte inside one of its functions; the sizes of the function and of
 * the code section are written anew. null when no function lies there. Whether the result is valid is for the caller:
 * WebAssembly.validate.
 *
 * Format: WebAssembly Core Specification 2.0, section 5.5 (modules).
 */
export function insertIntoFunction(
  wasm: Uint8Array,
  at: number,
  instructions: Uint8Array,
): Uint8Array<ArrayBuffer> | null {
  const section = codeSection(wasm);
  const body = section && bodyAround(wasm, section, at);
  if (!body) return null;
  const bodySize = leb128(body.endAt - body.startAt + instructions.length);
  const grownBy = bodySize.length - (body.startAt - body.sizeAt) + instructions.length;
  const parts = [
    wasm.subarray(0, section.sizeAt),
    leb128(section.endAt - section.startAt + grownBy),
    wasm.subarray(section.startAt, body.sizeAt),
    bodySize,
    wasm.subarray(body.startAt, at),
    instructions,
    wasm.subarray(at),
  ];
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of parts) {
    out.set(part, filled);
    filled += part.length;
  }
  return out;
}

function codeSection(wasm: Uint8Array): Sized | null {
  let at = HEADER_BYTES;
  while (at < wasm.length) {
    const section = sizedAt(wasm, at + 1);
    if (section === null) return null;
    if (wasm[at] === CODE_SECTION) return section;
    at = section.endAt;
  }
  return null;
}

function bodyAround(wasm: Uint8Array, section: Sized, at: number): Sized | null {
  // The number of functions comes first: a number as sizes are, though it measures nothing.
  let next = section.startAt + lebLength(wasm, section.startAt);
  while (next < section.endAt) {
    const body = sizedAt(wasm, next);
    if (body === null) return null;
    if (at >= body.startAt && at < body.endAt) return body;
    next = body.endAt;
  }
  return null;
}

/** null where the module ends too early. */
function sizedAt(wasm: Uint8Array, sizeAt: number): Sized | null {
  const length = lebLength(wasm, sizeAt);
  let size = 0;
  for (let index = length - 1; index >= 0; index -= 1) size = size * 128 + ((wasm[sizeAt + index] ?? 0) & 127);
  const startAt = sizeAt + length;
  return startAt + size <= wasm.length ? { sizeAt, startAt, endAt: startAt + size } : null;
}

/** Bytes of the number (LEB128) that starts at `at`: all but its last have the highest bit set; 5 at most. */
function lebLength(wasm: Uint8Array, at: number): number {
  let length = 1;
  while (length < 5 && (wasm[at + length - 1] ?? 0) >= 128) length += 1;
  return length;
}

function leb128(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Uint8Array.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
