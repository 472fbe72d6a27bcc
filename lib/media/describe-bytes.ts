import { fileTypeFromBuffer } from "file-type";

const SAMPLE_BYTES = 512;

/** What a file that is no recording seems to be, for an error message: "a ZIP archive", "text", "unknown data". */
export async function describeBytes(head: Uint8Array): Promise<string> {
  const start = new TextDecoder("utf-8", { fatal: false }).decode(head.subarray(0, SAMPLE_BYTES));
  if (start.startsWith("#EXTM3U")) return "a playlist (M3U), which holds no sound itself";
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if (type) return `${type.ext.toUpperCase()} (${type.mime})`;
  if (/^\s*(<!doctype html|<html)/i.test(start)) return "a web page (HTML)";
  if (isText(start)) return "text";
  return `data of no known kind, starting with the bytes ${hex(head.subarray(0, 8))}`;
}

/** Text: no control characters apart from tabs and line ends, and hardly any byte that is not UTF-8. */
function isText(start: string): boolean {
  if (start === "" || /[\u0000-\u0008\u000e-\u001f]/.test(start)) return false;
  // The cut after 512 bytes may fall inside one character.
  return start.split("\ufffd").length - 1 <= 1;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
