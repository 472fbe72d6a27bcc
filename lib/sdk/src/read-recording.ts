/**
 * A recording: a File or Blob, its bytes, a stream, or (in Node) the path of a file. A path is read while it is sent; a
 * stream is first read into memory, because a retry must be able to send it again: send large ones by path, or with
 * `uploads.upload`.
 */
export type Recording =
  Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | string;

export interface ReadRecording {
  readonly blob: Blob;
  readonly fileName: string;
}

const FALLBACK_NAME = "recording";

/** The recording as something that can be sent more than once. Rejects with the platform's error when a path cannot be read. */
export async function readRecording(recording: Recording, fileName?: string): Promise<ReadRecording> {
  if (typeof recording === "string") {
    const name = recording.split(/[\\/]/).at(-1);
    return { blob: await openFile(recording), fileName: fileName ?? name ?? FALLBACK_NAME };
  }
  if (recording instanceof Blob) {
    const own = recording instanceof File ? recording.name : undefined;
    return { blob: recording, fileName: fileName ?? own ?? FALLBACK_NAME };
  }
  return { blob: await toBlob(recording), fileName: fileName ?? FALLBACK_NAME };
}

/** Node opens a file as a Blob that is read piece by piece; there are no paths elsewhere. */
async function openFile(path: string): Promise<Blob> {
  const { openAsBlob } = await import("node:fs");
  return openAsBlob(path);
}

async function toBlob(source: Exclude<Recording, Blob | string>): Promise<Blob> {
  if (source instanceof ArrayBuffer) return new Blob([source]);
  if (source instanceof Uint8Array) return new Blob([copyOf(source)]);
  const parts: Blob[] = [];
  // Node's streams and the web's (there since Node 18) are both read by `for await`; some browsers' are not.
  const chunks = source instanceof ReadableStream ? readChunks(source) : source;
  for await (const chunk of chunks) parts.push(new Blob([copyOf(chunk)]));
  return new Blob(parts);
}

async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** A Blob keeps no shared memory. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
