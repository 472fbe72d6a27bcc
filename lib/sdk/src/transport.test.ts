import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConnectionError,
  InsufficientCreditsError,
  InvalidRequestError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "./api-error.js";
import { Earshot, type EarshotOptions } from "./earshot.js";
import { scriptedServer, type Step } from "./testing/scripted-server.js";

const RUN = { id: "asm_1", object: "soft_skills_score", status: "queued" };
const OK: Step = { status: 202, json: RUN };
const problem = (status: number, code: string, headers = {}): Step => ({
  status,
  headers: { "Content-Type": "application/problem+json", "X-Request-Id": "req_1", ...headers },
  json: { type: "/docs/errors/x", title: "Title", status, detail: "Detail.", code, request_id: "req_1", errors: [] },
});
const client = (url: string, options: Partial<EarshotOptions> = {}) =>
  new Earshot({ apiKey: "es_test_key", baseUrl: url, ...options });
const request = { role_benchmark: "retail", audio: new Blob(["not really sound"]) };
const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe("a call", () => {
  it("that fails in passing is made again with the same key and the same recording", async () => {
    await using server = await scriptedServer("break", problem(503, "unavailable"), OK);
    expect(await client(server.url).softSkillsScores.create(request)).toMatchObject({ id: "asm_1" });
    expect(server.received).toHaveLength(3);
    const keys = new Set(server.received.map(({ headers }) => headers["idempotency-key"]));
    expect(keys.size).toBe(1);
    expect([...keys][0]).toMatch(/^[0-9a-f-]{36}$/);
    for (const { body } of server.received) expect(body.toString()).toContain("not really sound");
  });

  it("sends the caller's own key, and a new one for each call where there is none", async () => {
    await using server = await scriptedServer(OK);
    const { softSkillsScores } = client(server.url);
    await softSkillsScores.create(request, { idempotencyKey: "application-7" });
    await softSkillsScores.create(request);
    await softSkillsScores.create(request);
    const keys = server.received.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toBe("application-7");
    expect(new Set(keys).size).toBe(3);
  });

  it("sent too often waits as long as Retry-After asks", async () => {
    await using server = await scriptedServer(problem(429, "rate_limited", { "Retry-After": "2" }), OK);
    await client(server.url).softSkillsScores.create(request);
    const [first, second] = server.received.map(({ atMs }) => atMs);
    expect(second! - first!).toBeGreaterThanOrEqual(1_990);
  });

  it("asked to wait longer than the client may is given back at once, with the seconds", async () => {
    await using server = await scriptedServer(problem(429, "rate_limited", { "Retry-After": "3600" }));
    const error = await caught(client(server.url).softSkillsScores.get("asm_1"));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter: 3600, code: "rate_limited", status: 429, requestId: "req_1" });
    expect(server.received).toHaveLength(1);
  });

  it("whose first request still runs asks again for the answer to that one", async () => {
    await using server = await scriptedServer(problem(409, "idempotency_in_progress", { "Retry-After": "1" }), OK);
    await client(server.url).softSkillsScores.create(request);
    expect(server.received).toHaveLength(2);
  });

  it("that is refused is not made again", async () => {
    for (const [status, code] of [
      [422, "invalid_field"],
      [409, "conflict"],
      [401, "unauthorized"],
    ] as const) {
      await using server = await scriptedServer(problem(status, code));
      const error = await caught(client(server.url).softSkillsScores.create(request));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status, code, message: "Detail." });
      expect(server.received).toHaveLength(1);
    }
  });

  it("that the balance does not cover says what it costs and what is there", async () => {
    const members = { status: 402, code: "insufficient_credits", cost: "1.00", balance: "2.50", available: "0.50" };
    await using server = await scriptedServer({ status: 402, json: members });
    const error = await caught(client(server.url).softSkillsScores.create(request));
    expect(error).toBeInstanceOf(InsufficientCreditsError);
    expect(error).toMatchObject({ cost: "1.00", balance: "2.50", available: "0.50" });
    expect(server.received).toHaveLength(1);
  });

  it("that goes on failing ends with the server's error after its retries", async () => {
    await using server = await scriptedServer(problem(500, "internal_error"));
    const error = await caught(client(server.url, { maxRetries: 1 }).softSkillsScores.create(request));
    expect(error).toBeInstanceOf(ServerError);
    expect(server.received).toHaveLength(2);
  });

  it("to a server that is not there says so", async () => {
    const { url, [Symbol.asyncDispose]: close } = await scriptedServer(OK);
    await close();
    const error = await caught(client(url, { maxRetries: 0 }).softSkillsScores.get("asm_1"));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toHaveProperty("cause");
  });

  it("without an answer ends after its time", async () => {
    await using server = await scriptedServer("silence");
    const options = { timeoutMs: 150, maxRetries: 1 };
    expect(await caught(client(server.url, options).softSkillsScores.get("asm_1"))).toBeInstanceOf(TimeoutError);
    expect(server.received).toHaveLength(2);
  });

  it("that its caller stops ends with the caller's reason, also between attempts", async () => {
    for (const step of ["silence", problem(429, "rate_limited", { "Retry-After": "30" })] as const) {
      await using server = await scriptedServer(step);
      const stop = new AbortController();
      const call = caught(client(server.url).softSkillsScores.get("asm_1", { signal: stop.signal }));
      setTimeout(() => stop.abort("enough"), 100);
      expect(await call).toBe("enough");
      expect(server.received).toHaveLength(1);
    }
  });

  it("is not carried, key and all, to where a redirect leads", async () => {
    await using other = await scriptedServer(OK);
    await using server = await scriptedServer({ status: 302, headers: { Location: other.url } });
    expect(await caught(client(server.url).softSkillsScores.get("asm_1"))).toMatchObject({ status: 302 });
    expect(other.received).toHaveLength(0);
  });

  it("answered by something that is no problem+json still gives status and class", async () => {
    await using server = await scriptedServer({ status: 400, json: "<html>" });
    const error = await caught(client(server.url).softSkillsScores.get("asm_1"));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ status: 400, code: "unknown", requestId: null, errors: [] });
  });

  it("with an id that holds a path stays at its address, and one with an empty id is not made", async () => {
    await using server = await scriptedServer(OK);
    await client(server.url).softSkillsScores.get("../usage?x=1");
    expect(server.received[0]?.url).toBe("/v1/soft-skills-score/..%2Fusage%3Fx%3D1");
    expect(await caught(client(server.url).softSkillsScores.get(""))).toBeInstanceOf(TypeError);
    expect(server.received).toHaveLength(1);
  });
});

describe("a list", () => {
  it("asks page after page, with its filters, and stops where the server has no more", async () => {
    await using server = await scriptedServer(
      { status: 200, json: { data: [{ id: "asm_3" }, { id: "asm_2" }], has_more: true, next_cursor: "a b" } },
      { status: 200, json: { data: [{ id: "asm_1" }], has_more: false, next_cursor: null } },
    );
    const ids: string[] = [];
    for await (const { id } of client(server.url).softSkillsScores.list({ limit: 2 })) ids.push(id);
    expect(ids).toEqual(["asm_3", "asm_2", "asm_1"]);
    expect(server.received.map(({ url }) => url)).toEqual([
      "/v1/soft-skills-score?limit=2",
      "/v1/soft-skills-score?limit=2&cursor=a+b",
    ]);
  });
});

describe("waiting for a result", () => {
  const run = (status: string, more = {}): Step => ({ status: 200, json: { ...RUN, status, ...more } });

  it("asks as often as the server says until the run is over", async () => {
    await using server = await scriptedServer(
      run("queued", { poll_after_seconds: 1 }),
      run("processing", { poll_after_seconds: 1 }),
      run("success"),
    );
    const seen: string[] = [];
    const result = await client(server.url).softSkillsScores.waitForResult("asm_1", {
      onProgress: ({ status }) => seen.push(status),
    });
    expect(result.status).toBe("success");
    expect(seen).toEqual(["queued", "processing"]);
    const times = server.received.map(({ atMs }) => atMs);
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  });

  it("gives a failed or canceled run back as it is", async () => {
    for (const status of ["failed", "canceled", "not_scored"]) {
      await using server = await scriptedServer(run(status));
      expect(await client(server.url).softSkillsScores.waitForResult("asm_1")).toMatchObject({ status });
    }
  });

  it("ends at its deadline, with a last look there", async () => {
    await using server = await scriptedServer(run("queued", { poll_after_seconds: 60 }));
    const waiting = client(server.url).softSkillsScores.waitForResult("asm_1", { deadlineMs: 200 });
    expect(await caught(waiting)).toBeInstanceOf(TimeoutError);
    expect(server.received).toHaveLength(2);
  });
});
