import type { RouteHandler } from "@/lib/http/route";

export interface CallOptions {
  readonly method?: string;
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: BodyInit | null;
  readonly params?: Readonly<Record<string, string>>;
}

/** Calls a route as Next does, with a real request whose body is real bytes. */
export async function callRoute(handler: RouteHandler, path: string, options: CallOptions = {}): Promise<Response> {
  const { method = "GET", key = null, headers = {}, body = null, params = {} } = options;
  const request = new Request(`http://earshot.test${path}`, {
    method,
    headers: { ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
    body,
    // A streamed body needs it; undici's declaration of RequestInit has it, the DOM's has not.
    ...({ duplex: "half" } as object),
  });
  return handler(request, { params: Promise.resolve({ ...params }) });
}

/** The JSON of a response, for reading single fields in a test. */
// any: a test reads fields by name, and says itself what they must be.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function jsonOf(response: Response): Promise<any> {
  return JSON.parse(await response.text());
}
