import { CHECKSUM_ALGORITHMS, MAX_METADATA_CHARACTERS, MAX_METADATA_KEYS } from "@/lib/uploads/constants";
import { EarshotError } from "@/lib/errors/error-codes";
import { isStorableText } from "@/lib/http/storable-text";

/** The sum that a client sends with its bytes. */
export interface Checksum {
  readonly algorithm: (typeof CHECKSUM_ALGORITHMS)[number];
  readonly digest: Buffer;
}

/** Whole bytes up to 15 digits, which every number holds exactly. */
const BYTES = /^(0|[1-9]\d{0,14})$/;
/** Printable ASCII without space and comma, which separate. */
const METADATA_KEY = /^[\x21-\x2b\x2d-\x7e]{1,100}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** @throws EarshotError `invalid_request` where the header is missing or no number of bytes */
export function readByteHeader(headers: Headers, name: "Upload-Length" | "Upload-Offset" | "Content-Length"): number {
  const value = headers.get(name);
  if (value !== null && BYTES.test(value)) return Number(value);
  throw invalid(`The header ${name} must be a number of bytes${value === null ? "; it is missing" : ""}.`);
}

/**
 * Upload-Metadata: "filename d29ybGQ=,note": keys with base64 values. Kept and given back, never used as a path.
 *
 * @throws EarshotError `invalid_request`
 */
export function readMetadata(headers: Headers): Record<string, string> {
  const header = headers.get("Upload-Metadata")?.trim() ?? "";
  if (header === "") return {};
  if (header.length > MAX_METADATA_CHARACTERS) {
    throw invalid(`Upload-Metadata may have at most ${MAX_METADATA_CHARACTERS} characters.`);
  }
  const pairs = header.split(",").map((pair) => readPair(pair.trim()));
  if (pairs.length > MAX_METADATA_KEYS) throw invalid(`Upload-Metadata may have at most ${MAX_METADATA_KEYS} keys.`);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw invalid("Upload-Metadata has a key twice.");
  return Object.fromEntries(pairs);
}

function readPair(pair: string): [string, string] {
  const [key = "", encoded = "", more] = pair.split(" ");
  if (!METADATA_KEY.test(key) || key === "__proto__" || more !== undefined) {
    throw invalid("Upload-Metadata must be pairs of a key and a base64 value, with commas between them.");
  }
  return [key, decodeValue(encoded)];
}

function decodeValue(encoded: string): string {
  try {
    if (!BASE64.test(encoded)) throw new TypeError("not base64");
    const value = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(encoded, "base64"));
    if (isStorableText(value)) return value;
  } catch {
    // Said below.
  }
  throw invalid("The values of Upload-Metadata must be base64 of UTF-8 text without NUL characters.");
}

/** The header of what readMetadata() read. */
export function writeMetadata(metadata: Readonly<Record<string, string>>): string {
  return Object.entries(metadata)
    .map(([key, value]) => (value === "" ? key : `${key} ${Buffer.from(value).toString("base64")}`))
    .join(",");
}

/** Upload-Checksum: "sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0="; null without. @throws EarshotError `invalid_request` */
export function readChecksum(headers: Headers): Checksum | null {
  const header = headers.get("Upload-Checksum");
  if (header === null) return null;
  const [name, encoded = ""] = header.trim().split(" ");
  const algorithm = CHECKSUM_ALGORITHMS.find((known) => known === name);
  if (!algorithm) throw invalid(`Upload-Checksum must be by one of ${CHECKSUM_ALGORITHMS.join(", ")}.`);
  const digest = Buffer.from(encoded, "base64");
  if (!BASE64.test(encoded) || digest.length !== { sha1: 20, sha256: 32 }[algorithm]) {
    throw invalid(`Upload-Checksum must hold the base64 of a ${algorithm}.`);
  }
  return { algorithm, digest };
}

function invalid(detail: string): EarshotError {
  return new EarshotError("invalid_request", detail);
}
