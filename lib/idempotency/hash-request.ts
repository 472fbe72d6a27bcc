import { createHash } from "node:crypto";

/**
 * What tells two requests apart: method, path and content, not the raw bytes (a multipart boundary differs each time).
 *
 * @param content plain JSON values; keys in any order
 * @returns SHA-256, hex
 */
export function hashRequest(method: string, path: string, content: unknown): string {
  const text = JSON.stringify([method, path, content ?? null], sortedKeys);
  return createHash("sha256").update(text).digest("hex");
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
