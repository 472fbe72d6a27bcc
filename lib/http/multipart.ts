import busboy from "busboy";
import { Readable } from "node:stream";
import { EarshotError } from "@/lib/errors/error-codes";
import { bodyChunks } from "@/lib/http/body-chunks";
import { fieldError } from "@/lib/http/field-errors";

/** A file part as it arrives. The receiver must read `stream` to its end or destroy it. */
export interface IncomingFile {
  readonly name: string;
  readonly stream: Readable;
}

export interface MultipartOptions<File> {
  /** The one part that is stored as a file; every other part is text, whether or not it carries a file name. */
  readonly fileField: string;
  /** Fields that may stand several times; every other one is refused the second time. */
  readonly repeatable: readonly string[];
  readonly maxFields: number;
  readonly maxFieldBytes: number;
  readonly maxFileBytes: number;
  receiveFile(file: IncomingFile): Promise<File>;
  /** Called for a file that was received in a request that then turned out to be broken. */
  discardFile(file: File): Promise<void>;
}

export interface MultipartForm<File> {
  /** Values by name, in the order of arrival: a field may stand several times. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly file: File | null;
}

/** Room for part headers and boundaries around the file when the whole length is announced. */
const ENVELOPE_BYTES = 4_000_000;
const DRAIN_MS = 20_000;
const ONCE = "This field may be sent once.";
const NOT_TEXT = "This field is not UTF-8 text, or holds characters that were damaged before (U+FFFD).";
const TRUNCATED = "The multipart body is malformed or ended before it was complete. Send it again.";

/**
 * Reads multipart/form-data as it comes: the file goes straight to `receiveFile`, memory stays flat whatever its size.
 * Nothing is left behind when the request is refused or cut off.
 *
 * @throws EarshotError `invalid_request` (malformed, cut off, too many parts), `media_too_large`, `invalid_field`,
 * `request_timeout`
 */
export async function readMultipart<File>(
  request: Request,
  options: MultipartOptions<File>,
): Promise<MultipartForm<File>> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > options.maxFileBytes + ENVELOPE_BYTES) throw tooLarge(options.maxFileBytes);
  if (!request.body) throw new EarshotError("invalid_request", "The request has no body.");
  const reading = new MultipartReading(openParser(request, options), options);
  return reading.run(Readable.from(bodyChunks(request), { objectMode: false }));
}

function openParser(request: Request, options: MultipartOptions<unknown>): busboy.Busboy {
  try {
    return busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      defParamCharset: "utf8",
      limits: {
        files: options.maxFields,
        fields: options.maxFields,
        parts: options.maxFields + 2,
        fieldSize: options.maxFieldBytes,
        fieldNameSize: 100,
        // One byte more than allowed, so that a file of exactly the limit is not taken for a cut one.
        fileSize: options.maxFileBytes + 1,
      },
    });
  } catch {
    throw new EarshotError("invalid_request", "The multipart content type has no usable boundary.");
  }
}

function tooLarge(maxBytes: number): EarshotError {
  return new EarshotError("media_too_large", `At most ${Math.floor(maxBytes / 1024 / 1024)} MB are allowed.`);
}

/** One body being read: collects fields, hands on the file, stops at the first fault. */
class MultipartReading<File> {
  readonly #fields = new Map<string, string[]>();
  readonly #work: Promise<void>[] = [];
  #file: Promise<File> | null = null;
  #fault: EarshotError | null = null;
  #source: Readable | null = null;

  constructor(
    readonly parser: busboy.Busboy,
    readonly options: MultipartOptions<File>,
  ) {
    parser.on("field", (name, value, info) => {
      if (info.nameTruncated) this.#fail(new EarshotError("invalid_request", "The name of a field is too long."));
      else if (info.valueTruncated) this.#fail(this.#fieldTooLong(name));
      else this.#add(name, value);
    });
    parser.on("file", (name, stream) => this.#takeFile(name ?? "", stream));
    for (const event of ["partsLimit", "fieldsLimit", "filesLimit"] as const) {
      parser.on(event, () => this.#fail(new EarshotError("invalid_request", "The form has too many parts.")));
    }
  }

  async run(source: Readable): Promise<MultipartForm<File>> {
    this.#source = source;
    await new Promise<void>((resolve) => {
      const broken = (fault?: unknown): void => {
        const stalled = fault instanceof EarshotError && fault.code === "request_timeout";
        this.#fail(stalled ? fault : new EarshotError("invalid_request", TRUNCATED));
        resolve();
      };
      source.on("error", broken);
      this.parser.on("error", () => broken());
      this.parser.on("close", resolve);
      source.pipe(this.parser);
      if (this.#fault) broken();
    });
    const [file] = await Promise.allSettled([this.#file, ...this.#work]);
    const received = file.status === "fulfilled" ? file.value : null;
    if (this.#fault) {
      if (received !== null) await this.options.discardFile(received);
      throw this.#fault;
    }
    if (file.status === "rejected") throw file.reason;
    return { fields: this.#fields, file: received };
  }

  #takeFile(name: string, stream: Readable & { truncated?: boolean }): void {
    // The parser reports a cut body on its own stream too; ours is only closed.
    stream.on("error", () => undefined);
    if (name !== this.options.fileField) {
      this.#work.push(this.#readAsField(name, stream));
    } else if (this.#file) {
      stream.resume();
      this.#fail(fieldError(name, ONCE));
    } else {
      stream.on("limit", () => this.#fail(tooLarge(this.options.maxFileBytes)));
      this.#file = this.options.receiveFile({ name, stream });
      // Awaited in run(); this only keeps a failure in mid-body from counting as unhandled, and stops the reading.
      this.#file.catch(() => this.#stop());
    }
  }

  async #readAsField(name: string, stream: Readable): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    stream.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= this.options.maxFieldBytes) chunks.push(chunk);
    });
    await new Promise((resolve) => stream.on("close", resolve));
    if (bytes > this.options.maxFieldBytes) this.#fail(this.#fieldTooLong(name));
    else this.#add(name, Buffer.concat(chunks).toString("utf8"));
  }

  #add(name: string, value: string): void {
    const before = this.#fields.get(name) ?? [];
    // What a decoder leaves where it could not go on; sent as itself, it is damage of an earlier one.
    if (value.includes("\uFFFD")) this.#fail(fieldError(name, NOT_TEXT));
    else if (before.length > 0 && !this.options.repeatable.includes(name)) this.#fail(fieldError(name, ONCE));
    else this.#fields.set(name, [...before, value]);
  }

  #fieldTooLong(name: string): EarshotError {
    return fieldError(name, `The field is larger than ${Math.floor(this.options.maxFieldBytes / 1000)} kB.`);
  }

  #fail(fault: EarshotError): void {
    this.#fault ??= fault;
    this.#stop();
  }

  /**
   * Ends the reading. What the client still sends is read and dropped for a while: closing the connection at once would
   * reach it as a broken pipe instead of our answer.
   */
  #stop(): void {
    const source = this.#source;
    source?.unpipe(this.parser);
    // Not from inside one of its own events: it would trip over its state in mid-chunk.
    setImmediate(() => this.parser.destroy());
    if (!source || source.destroyed) return;
    source.resume();
    const giveUp = setTimeout(() => source.destroy(), DRAIN_MS).unref();
    source.once("close", () => clearTimeout(giveUp));
  }
}
