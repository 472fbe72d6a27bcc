import { setTimeout as sleep } from "node:timers/promises";
import { type Agent, request } from "undici";
import { z } from "zod";
import { call, type ApplicationClient, keepAlive } from "@/lib/bench/api/application-client";

const CALLS = 11;
/** Compile what is measured: a worker is not new for most of its calls. */
const WARM_UPS = 5;
/** What a recorder hands over at once: about five seconds of a call. */
const PIECES = 48;
/** A follower looks for new streams every second, and decodes what is there in well under one. */
const CAUGHT_UP_MS = 3_000;

const liveSchema = z.object({ id: z.string() });
const scoredSchema = z.object({ status: z.literal("success") });

/**
 * How long the verdict of a live call takes, from asking for it right after the last piece was sent, with word-timed
 * words. Nothing but the last piece is left to be decoded then, as when it arrives while it is spoken.
 *
 * @returns milliseconds, one a call
 */
export async function measureLive(
  client: ApplicationClient,
  {
    recording,
    transcript,
    prompt,
  }: { readonly recording: Buffer; readonly transcript: string; readonly prompt: string },
): Promise<readonly number[]> {
  const agent = keepAlive(1);
  const durationsMs: number[] = [];
  const pieceBytes = Math.ceil(recording.length / PIECES);
  for (let i = 0; i < WARM_UPS + CALLS; i++) {
    const json = { role_benchmark: "customer_support", prompt, prompt_type: "past" };
    const { text } = await call(agent, client, { method: "POST", path: "/v1/live-answers", json });
    const { id } = liveSchema.parse(JSON.parse(text));
    const last = pieceBytes * (PIECES - 1);
    for (let at = 0; at < last; at += pieceBytes) {
      await append(agent, client, id, at, recording.subarray(at, at + pieceBytes));
    }
    await sleep(CAUGHT_UP_MS);
    await append(agent, client, id, last, recording.subarray(last));
    const startedAt = performance.now();
    const answered = await call(agent, client, {
      ...{ method: "POST", path: `/v1/live-answers/${id}/complete`, headers: { prefer: "wait=60" } },
      json: { transcript, size: recording.length },
    });
    if (i >= WARM_UPS) durationsMs.push(performance.now() - startedAt);
    scoredSchema.parse(JSON.parse(answered.text));
  }
  await agent.close();
  return durationsMs;
}

async function append(
  agent: Agent,
  { url, apiKey }: ApplicationClient,
  id: string,
  offset: number,
  piece: Buffer,
): Promise<void> {
  const { statusCode, body } = await request(`${url}/v1/live-answers/${id}`, {
    ...{ method: "PATCH", dispatcher: agent, body: piece },
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
    },
  });
  const text = await body.text();
  if (statusCode !== 204) throw new Error(`A piece was answered with ${statusCode}: ${text}`);
}
