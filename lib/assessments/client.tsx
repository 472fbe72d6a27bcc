"use client";

import { z } from "zod";
import { callApiWithoutAnswer } from "@/lib/api-client/call-api";
import { connectionLost, toRequestProblem } from "@/lib/api-client/request-problem";

const acceptedSchema = z.object({ id: z.string(), status: z.string() });

/** PUT /v1/soft-skills-score/{id}/transcript: aligned, checked, scored again. */
export async function putTranscript(assessmentId: string, transcript: string): Promise<void> {
  await callApiWithoutAnswer(`/v1/soft-skills-score/${encodeURIComponent(assessmentId)}/transcript`, {
    method: "PUT",
    body: { transcript },
  });
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
    request.onerror = () => reject(connectionLost());
    request.onload = () => {
      const { status, responseText } = request;
      if (status < 200 || status >= 300) return reject(toRequestProblem(status, responseText));
      const accepted = acceptedSchema.safeParse(JSON.parse(responseText));
      if (accepted.success) resolve(accepted.data);
      else reject(accepted.error);
    };
    request.send(form);
  });
}
