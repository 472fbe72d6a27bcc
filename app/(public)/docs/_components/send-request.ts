export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly key: string;
  readonly body: BodyInit | null;
  readonly contentType: string | null;
}

export interface ShownAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly durationMs: number;
  readonly headers: string;
  readonly body: string;
}

/** A recording is not written out. */
const MAX_SHOWN_CHARACTERS = 200_000;

/** Sends the request to this server as it is, and gives back what a reader wants to see. @throws TypeError when offline */
export async function sendRequest({ method, url, key, body, contentType }: SentRequest): Promise<ShownAnswer> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: method.toUpperCase(),
    // The key alone speaks: a session of the dashboard must not answer in its place.
    credentials: "omit",
    headers: {
      ...(key !== "" && { Authorization: `Bearer ${key}` }),
      ...(contentType !== null && { "Content-Type": contentType }),
    },
    ...(body !== null && { body }),
  });
  const text = await readableBody(response);
  return {
    ...{ status: response.status, statusText: response.statusText, body: text },
    durationMs: Math.round(performance.now() - startedAt),
    headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"),
  };
}

async function readableBody(response: Response): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  if (!/json|text/.test(type)) {
    const { size } = await response.blob();
    return size === 0 ? "" : `${size.toLocaleString("en")} bytes of ${type}`;
  }
  const text = await response.text();
  const shown = type.includes("json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
  return shown.slice(0, MAX_SHOWN_CHARACTERS);
}
