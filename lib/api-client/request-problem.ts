import { z } from "zod";

const problemSchema = z.object({
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** What the server said is wrong; `message` is a sentence for the person at the screen. */
export class RequestProblem extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** Sentence per field: { role_benchmark: "…" }. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "RequestProblem";
  }
}

/** Nothing came back: the request may have arrived or not. */
export function connectionLost(): RequestProblem {
  return new RequestProblem("The connection was lost. Check it and try again.", "network");
}

/** A refusal of /v1 as a RequestProblem, whatever its body is. */
export function toRequestProblem(status: number, body: string): RequestProblem {
  const problem = problemSchema.safeParse(safeJson(body));
  if (!problem.success) {
    return new RequestProblem(`The server answered with status ${status}. Try again.`, "internal_error");
  }
  const { detail, code, errors } = problem.data;
  return new RequestProblem(
    detail,
    code,
    Object.fromEntries(errors.map((error) => [error.pointer.replace(/^\//, ""), error.detail])),
  );
}

function safeJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
