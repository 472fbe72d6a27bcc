/** Bytes turned into characters at a time: the argument list of a call is limited. */
const CHUNK_BYTES = 0x2000;
const BYTES_PER_ENTRY = 2;

/** 16-bit whole numbers (signed or not) as base64 of their little-endian bytes. */
export function toBase64(table: ArrayLike<number>): string {
  const bytes = new Uint8Array(table.length * BYTES_PER_ENTRY);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < table.length; i++) view.setUint16(i * BYTES_PER_ENTRY, (table[i] as number) & 0xffff, true); // in range
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  }
  return btoa(text);
}

/** Number of 16-bit entries that a well-formed base64 text holds; not a whole number where bytes are left over. */
export function entriesInBase64(text: string): number {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return ((text.length / 4) * 3 - padding) / BYTES_PER_ENTRY;
}

/** Inverse of toBase64 for unsigned entries. Undefined for what is not base64 of whole 16-bit entries. */
export function uint16FromBase64(text: string): Uint16Array<ArrayBuffer> | undefined {
  let decoded: string;
  try {
    decoded = atob(text);
  } catch {
    return undefined;
  }
  if (decoded.length % BYTES_PER_ENTRY !== 0) return undefined;
  // A plain loop: tables have tens of thousands of entries, and thousands of them are read in one re-score.
  const table = new Uint16Array(decoded.length / BYTES_PER_ENTRY);
  for (let i = 0, at = 0; i < table.length; i++, at += BYTES_PER_ENTRY) {
    table[i] = decoded.charCodeAt(at) | (decoded.charCodeAt(at + 1) << 8);
  }
  return table;
}
