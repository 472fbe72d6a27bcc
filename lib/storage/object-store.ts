import type { Readable } from "node:stream";

/** Bytes that arrived and were hashed on the way, not yet kept under a key. */
export interface IncomingObject {
  /** Local file; gone after keep() or discard(). */
  readonly path: string;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes that arrive piece by piece, as they are so far. */
export interface GrowingObject {
  /** Local file with all pieces so far. */
  readonly path: string;
  readonly bytes: number;
  append(chunk: Buffer): Promise<void>;
  /** All of it, made durable, as an object of its own; `path` stays until discard(). Call it once, and no append() after it. */
  finish(): Promise<IncomingObject>;
  /** Lets go of `path`; call it in any case. */
  discard(): Promise<void>;
}

export interface StoredBytes {
  /** Inclusive offsets; the whole object when left out. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where recordings lie. Keys are made by recordingKey(); the same content of one organization has one key, so keeping
 * it twice is keeping it once.
 */
export interface ObjectStore {
  /** Writes a stream to a temporary file while hashing it; memory stays flat. A broken stream leaves nothing behind. */
  receive(stream: Readable): Promise<IncomingObject>;
  /** Begins a temporary file for what arrives piece by piece. */
  grow(): Promise<GrowingObject>;
  /** Moves received bytes under the key: all of them or nothing. */
  keep(incoming: IncomingObject, key: string): Promise<void>;
  discard(incoming: IncomingObject): Promise<void>;
  /** null when there is no such object. */
  sizeOf(key: string): Promise<number | null>;
  getStream(key: string, range?: StoredBytes): Promise<Readable>;
  /** Calls `work` with a local path of the object, which must only be read and only until `work` ends. */
  withLocalFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Moves received bytes into a folder of parts, under their offset. What lay there is replaced: it was never counted. */
  keepPart(incoming: IncomingObject, folder: string, offset: number): Promise<void>;
  /**
   * The parts of a folder one after the other, up to `size` bytes in all and from the part that begins at `from` on.
   * Breaks off where they do not add up to that.
   */
  readParts(folder: string, size: number, from?: number): Readable;
  /** Deletes a folder of parts; one that is not there is no error. */
  deleteParts(folder: string): Promise<void>;
  /** Keys of the objects that were received more than an hour ago, a folder at a time. */
  listSettled(): AsyncIterable<readonly string[]>;
  /** Removes what interrupted uploads left behind. Call it at start. */
  removeAbandoned(): Promise<void>;
}

/** One key a content and organization: two organizations never share bytes, so erasing one never touches the other. */
export function recordingKey(organizationId: string, sha256: string): string {
  return `${organizationId}/${sha256}`;
}

/** Where the parts of something lie that arrives piece by piece: an upload, a live answer. */
export function partsFolder(organizationId: string, id: string): string {
  return `${organizationId}/${id}`;
}
