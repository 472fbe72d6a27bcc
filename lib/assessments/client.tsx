"use client";

import { z } from "zod";

const problemSchema = z.object({
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});
const acceptedSchema = z.object({ id: z.string(), status: z.string() });

/** What the server said is wrong; `message` is a sentence for the person at the screen. */
export class RequestProblem extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** Sentence per field: { role_benchmark: "…" }. */
    readonly fields: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = "RequestProblem";
  }
}

/** Reads a response of /v1, or turns its problem+json into a RequestProblem. */
function readReply(status: number, body: string): z.infer<typeof acceptedSchema> {
  const json: unknown = safeJson(body);
  if (status >= 200 && status < 300) return acceptedSchema.parse(json);
  const problem = problemSchema.safeParse(json);
  if (!problem.success)
    throw new RequestProblem(`The server answered with status ${status}. Try again.`, "internal_error", {});
  const fields = Object.fromEntries(
    problem.data.errors.map((error) => [error.pointer.replace(/^\//, ""), error.detail]),
  );
  throw new RequestProblem(problem.data.detail, problem.data.code, fields);
}

function safeJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** PUT /v1/soft-skills-score/{id}/transcript: aligned, checked, scored again. */
export async function putTranscript(assessmentId: string, transcript: string): Promise<void> {
  const response = await fetch(`/v1/soft-skills-score/${encodeURIComponent(assessmentId)}/transcript`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ transcript }),
  });
  readReply(response.status, await response.text());
}

/**
 * POST /v1/soft-skills-score from a form, with upload progress (0..1; 1 means: all bytes are there, scoring runs).
 * Resolves when the answer is scored or queued.
 */
export function postAnswer(
  form: FormData,
  onProgress: (share: number) => void,
): Promise<{ id: string; status: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/v1/soft-skills-score");
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () =>
      reject(new RequestProblem("The connection was lost. Nothing was stored; try again.", "network", {}));
    request.onload = () => {
      try {
        resolve(readReply(request.status, request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    request.send(form);
  });
}
