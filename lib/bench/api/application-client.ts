import { Agent, request } from "undici";
import { z } from "zod";

const ANSWER_TIMEOUT_MS = 120_000;

/** A client of the running application: an organization with a key of its own. */
export interface ApplicationClient {
  readonly url: string;
  readonly apiKey: string;
}

/** Connections that stay open, as an integrator's would. */
export function keepAlive(connections: number): Agent {
  return new Agent({ connections, headersTimeout: ANSWER_TIMEOUT_MS, bodyTimeout: ANSWER_TIMEOUT_MS });
}

export interface Call {
  readonly method?: "GET" | "POST";
  readonly path: string;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call, read to its end. */
export async function call(
  agent: Agent,
  { url, apiKey }: ApplicationClient,
  { method = "GET", path, json, headers = {} }: Call,
): Promise<{ readonly status: number; readonly text: string }> {
  const type = json === undefined ? {} : { "content-type": "application/json" };
  const { statusCode, body } = await request(`${url}${path}`, {
    ...{ method, dispatcher: agent, headers: { authorization: `Bearer ${apiKey}`, ...type, ...headers } },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  return { status: statusCode, text: await body.text() };
}

const usageSchema = z.object({
  totals: z.object({ calls: z.number(), by_status: z.record(z.string(), z.number()) }),
});

/** Calls of a client by their status, as the application itself counts them. */
export async function readUsage(agent: Agent, client: ApplicationClient) {
  const { text } = await call(agent, client, { path: "/v1/usage" });
  return usageSchema.parse(JSON.parse(text)).totals;
}

const scoredSchema = z.object({ answer_id: z.string(), status: z.literal("success") });

/** Scores a recording and says under which id its answer can be scored again. */
export async function scoreOnce({ url, apiKey }: ApplicationClient, form: FormData): Promise<string> {
  const headers = { authorization: `Bearer ${apiKey}`, prefer: "wait=60" };
  const response = await fetch(`${url}/v1/soft-skills-score`, { method: "POST", headers, body: form });
  return scoredSchema.parse(await response.json()).answer_id;
}
