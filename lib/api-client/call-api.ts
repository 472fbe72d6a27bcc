import type { z } from "zod";
import { connectionLost, RequestProblem, toRequestProblem } from "@/lib/api-client/request-problem";

export interface ApiCall {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Calls /v1 from a page of the dashboard, by its session: the same addresses that API clients use.
 *
 * @param path from "/v1" on, its parts encoded
 * @throws RequestProblem what the server refused, or that it could not be reached
 */
export async function callApi<Answer>(path: string, schema: z.ZodType<Answer>, call: ApiCall = {}): Promise<Answer> {
  return schema.parse(JSON.parse(await send(path, call)));
}

/** The same where the answer has no content. */
export async function callApiWithoutAnswer(path: string, call: ApiCall): Promise<void> {
  await send(path, call);
}

async function send(path: string, { method = "GET", body, headers, signal }: ApiCall): Promise<string> {
  const sent = await fetch(path, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : connectionLost();
  });
  const text = await sent.text();
  if (sent.ok) return text;
  if (sent.status === 401) {
    throw new RequestProblem(
      "You are signed out. Sign in again in another tab; what you wrote here stays.",
      "unauthorized",
    );
  }
  throw toRequestProblem(sent.status, text);
}
