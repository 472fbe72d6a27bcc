import { ERROR_CODES, type EarshotError } from "@/lib/errors/error-codes";

/** What a handler returns when 200 with JSON is not enough: another status, headers, or bytes. */
export class Reply<Data = unknown> {
  private constructor(
    readonly status: number,
    readonly headers: Readonly<Record<string, string>>,
    readonly content: ReplyContent<Data>,
  ) {}

  static json<Data>(status: number, data: Data, headers: Readonly<Record<string, string>> = {}): Reply<Data> {
    return new Reply(status, headers, { kind: "json", data });
  }

  /** A problem that needs headers of its own; without them a handler throws the error instead. */
  static problem(error: EarshotError, headers: Readonly<Record<string, string>>): Reply<never> {
    return new Reply<never>(ERROR_CODES[error.code].status, headers, { kind: "problem", error });
  }

  /** Bytes or text; the caller names the content type in `headers`. */
  static raw(
    status: number,
    body: ReadableStream<Uint8Array> | string | null,
    headers: Readonly<Record<string, string>>,
  ): Reply<never> {
    return new Reply<never>(status, headers, { kind: "raw", body });
  }
}

type ReplyContent<Data> =
  | { readonly kind: "json"; readonly data: Data }
  | { readonly kind: "problem"; readonly error: EarshotError }
  | { readonly kind: "raw"; readonly body: ReadableStream<Uint8Array> | string | null };
