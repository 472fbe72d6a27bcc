import { readdir } from "node:fs/promises";
import { expect } from "vitest";
import { POST as complete } from "@/app/v1/live-answers/[id]/complete/route";
import { DELETE, GET, PATCH } from "@/app/v1/live-answers/[id]/route";
import { POST as begin } from "@/app/v1/live-answers/route";
import { POST as cancel } from "@/app/v1/soft-skills-score/[id]/cancel/route";
import { DELETE as erase, GET as getResult } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { partsFolder } from "@/lib/storage/object-store";

const PATH = "/v1/live-answers";
const RESULTS = "/v1/soft-skills-score";
const BYTES = "application/offset+octet-stream";
const JSON_BODY = { "content-type": "application/json" };
const WAITS = { prefer: "wait=60" };
export const FIELDS = { role_benchmark: "customer_support", prompt: CUSTOMER_PROMPT, prompt_type: "past" };

/** Whoever holds a call through the API: one organization's key. */
export class LiveAnswerClient {
  constructor(
    readonly scope: OrganizationScope,
    readonly key: string,
  ) {}

  begin(fields: object = FIELDS, headers: object = {}): Promise<Response> {
    const body = JSON.stringify(fields);
    return callRoute(begin, PATH, { method: "POST", key: this.key, headers: { ...JSON_BODY, ...headers }, body });
  }

  /** @returns its id */
  async begun(fields: object = FIELDS): Promise<string> {
    const response = await this.begin(fields);
    expect(response.status).toBe(201);
    return (await jsonOf(response)).id;
  }

  send(id: string, offset: number, bytes: Uint8Array | string, headers: object = {}): Promise<Response> {
    return callRoute(PATCH, `${PATH}/${id}`, {
      ...{ method: "PATCH", key: this.key, params: { id } },
      headers: { "content-type": BYTES, "upload-offset": String(offset), ...headers },
      body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
    });
  }

  async sendAll(id: string, bytes: Buffer, pieceBytes = 20_000, from = 0): Promise<void> {
    for (let at = from; at < bytes.length; at += pieceBytes) {
      const response = await this.send(id, at, bytes.subarray(at, at + pieceBytes));
      const received = String(Math.min(bytes.length, at + pieceBytes));
      expect([response.status, response.headers.get("upload-offset")]).toEqual([204, received]);
    }
  }

  end(id: string, body: object = {}, headers: object = {}): Promise<Response> {
    const headersSent = { ...JSON_BODY, ...WAITS, ...headers };
    const sent = { method: "POST", key: this.key, params: { id }, headers: headersSent, body: JSON.stringify(body) };
    return callRoute(complete, `${PATH}/${id}/complete`, sent);
  }

  read(id: string): Promise<Response> {
    return callRoute(GET, `${PATH}/${id}`, { key: this.key, params: { id } });
  }

  giveUp(id: string): Promise<Response> {
    return callRoute(DELETE, `${PATH}/${id}`, { method: "DELETE", key: this.key, params: { id } });
  }

  readResult(id: string): Promise<Response> {
    return callRoute(getResult, `${RESULTS}/${id}`, { key: this.key, params: { id } });
  }

  eraseResult(id: string): Promise<Response> {
    return callRoute(erase, `${RESULTS}/${id}`, { method: "DELETE", key: this.key, params: { id } });
  }

  cancelResult(id: string): Promise<Response> {
    return callRoute(cancel, `${RESULTS}/${id}/cancel`, { method: "POST", key: this.key, params: { id } });
  }

  /** The result of the same recording and fields, sent as a whole. */
  async scoreWhole(file: string, fields: object): Promise<Record<string, unknown>> {
    const body = await scoreForm({ ...fields, audio: await fixtureFile(file) });
    return jsonOf(await callRoute(score, RESULTS, { method: "POST", key: this.key, headers: WAITS, body }));
  }

  /** Whether a worker follows it. */
  async isFollowed(id: string): Promise<boolean> {
    const row = await withOrganization(this.scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }));
    return row.leaseOwner !== null;
  }

  /** Waits until a worker follows it. */
  async followed(id: string): Promise<void> {
    await expect.poll(() => this.isFollowed(id), { timeout: 10_000 }).toBe(true);
  }

  /** What lies in the store of it. */
  partsOf(recordings: string, id: string): Promise<string[]> {
    return readdir(`${recordings}/${partsFolder(this.scope.organizationId, id)}`).catch(() => []);
  }
}

/** A fixture's words with their times, as a transcript. */
export const words = async (name: string): Promise<string> =>
  (await readFixture(`${name}.words.json`)).toString("utf8");

export async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, (await jsonOf(response)).code]).toEqual([status, code]);
}

/** What of a result does not depend on when it was made. */
export function verdict({
  id,
  answer_id,
  created_at,
  completed_at,
  timings_ms,
  credits,
  ...rest
}: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(rest).replaceAll(String(id), "asm_…"));
}
