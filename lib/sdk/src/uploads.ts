import { EarshotError } from "./api-error.js";
import { isWorthAnotherLook } from "./is-worth-another-look.js";
import { type Answer } from "./operation.js";
import { readRecording, type Recording } from "./read-recording.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

export interface UploadOptions extends CallOptions {
  readonly fileName?: string;
  /** Called after each part with the bytes that the server has. */
  readonly onProgress?: (sentBytes: number, totalBytes: number) => void;
}

const TUS = { "Tus-Resumable": "1.0.0" };
/** Small enough to lose little when a slow line breaks, large enough that round trips do not count. */
const PART_BYTES = 8 * 1024 * 1024;
/** Breaks one after the other without a byte of progress, on top of each call's own retries. */
const MAX_BREAKS = 5;

/** /v1/uploads: recordings sent in parts (tus 1.0) that go on where they stopped. */
export class Uploads {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  /** Sends a recording in parts and returns the upload's id, for `upload_id` of a score request. */
  async upload(recording: Recording, options: UploadOptions = {}): Promise<string> {
    const { blob, fileName } = await readRecording(recording, options.fileName);
    const headers = {
      ...TUS,
      "Upload-Length": String(blob.size),
      "Upload-Metadata": `filename ${toBase64(fileName)}`,
    };
    const { response } = await this.#api.reply("POST /v1/uploads", {}, options, { headers });
    const id = response.headers.get("location")?.split("/").at(-1);
    if (!id) throw new EarshotError("The server made an upload without saying where it is.");
    await this.#sendFrom(0, id, blob, options);
    return id;
  }

  /** Goes on with an upload that stopped, from where the server has it; `recording` is the whole of it. */
  async resume(id: string, recording: Recording, options: UploadOptions = {}): Promise<string> {
    const { blob } = await readRecording(recording, options.fileName);
    await this.#sendFrom(await this.#offset(id, options), id, blob, options);
    return id;
  }

  get(id: string, options?: CallOptions): Promise<Answer<"GET /v1/uploads/{id}">> {
    return this.#api.call("GET /v1/uploads/{id}", { path: { id } }, options);
  }

  async delete(id: string, options?: CallOptions): Promise<void> {
    await this.#api.reply("DELETE /v1/uploads/{id}", { path: { id } }, options, { headers: TUS });
  }

  async #sendFrom(start: number, id: string, blob: Blob, options: UploadOptions): Promise<void> {
    let offset = start;
    for (let breaks = 0; offset < blob.size;) {
      try {
        offset = await this.#sendPart(offset, id, blob, options);
        breaks = 0;
      } catch (error) {
        breaks += 1;
        if (breaks > MAX_BREAKS || !isWorthAnotherLook(error)) throw error;
        offset = await this.#offset(id, options);
      }
      options.onProgress?.(offset, blob.size);
    }
  }

  /** Not sent twice blindly: part of it may have arrived, so the offset is asked for first. */
  async #sendPart(offset: number, id: string, blob: Blob, options: UploadOptions): Promise<number> {
    const headers = { ...TUS, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    const body = blob.slice(offset, offset + PART_BYTES);
    const once = { ...options, maxRetries: 0 };
    const { response } = await this.#api.reply("PATCH /v1/uploads/{id}", { path: { id } }, once, { headers, body });
    return readOffset(response);
  }

  async #offset(id: string, options: CallOptions): Promise<number> {
    const { response } = await this.#api.reply("HEAD /v1/uploads/{id}", { path: { id } }, options, { headers: TUS });
    return readOffset(response);
  }
}

function readOffset(response: Response): number {
  const header = response.headers.get("upload-offset") ?? "";
  if (!/^\d+$/.test(header)) throw new EarshotError("The server did not say how much of the upload it has.");
  return Number(header);
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
