import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { head, talk } from "./raw-http";
import { demoCredentials } from "./sign-in";

// Bytes that no HTTP client sends, over sockets, to the application as people start it. Whatever comes, it is refused in
// words, or the connection ends; the server goes on.
const SCORE = "POST /v1/soft-skills-score";
const FORM = "multipart/form-data; boundary=x";
const PART = '--x\r\nContent-Disposition: form-data; name="role_benchmark"\r\n\r\nsales\r\n';
/** BODY_IDLE_SECONDS of playwright.config.ts, with time to answer. */
const STALLED_MS = 15_000;

const key = () => demoCredentials().apiKey;
const authorized = (more: Record<string, string | number> = {}) => ({ Authorization: `Bearer ${key()}`, ...more });

test.afterEach(async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
});

test("headers that do not come to their end, and headers without end", async ({ baseURL }) => {
  const slow = talk(String(baseURL), "GET /v1/credits HTTP/1.1\r\nHost: earshot\r\n");
  const drip = (async () => {
    while (!slow.socket.destroyed) {
      slow.socket.write("X: y\r\n");
      await sleep(1_000);
    }
  })();
  const large = await talk(String(baseURL), head("GET /v1/credits", { "X-Large": "x".repeat(100_000) })).end(5_000);
  expect(large.statuses()).toEqual([431]);
  const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, "y".repeat(20)]));
  expect((await talk(String(baseURL), head("GET /v1/credits", many)).end(5_000)).statuses()).toEqual([431]);
  await slow.end(60_000);
  await drip;
  expect(slow.statuses()).toEqual([408]);
});

test("a length that is longer than the body: the stalled rest is given up, one that hangs up leaves nothing", async ({
  baseURL,
}) => {
  const sent = head(SCORE, authorized({ "Content-Type": FORM, "Content-Length": 5_000 }), PART);
  const stalled = await talk(String(baseURL), sent).end(STALLED_MS);
  expect(stalled.statuses()).toEqual([408]);
  expect(stalled.text()).toContain('"code":"request_timeout"');
  const gone = talk(String(baseURL), sent);
  await sleep(200);
  gone.socket.destroy();
});

test("a length that is shorter than the body: what is left over is no request", async ({ baseURL }) => {
  const body = `{"answer_id":"x"}${"y".repeat(200)}\r\n\r\n`;
  const headers = authorized({ "Content-Type": "application/json", "Content-Length": 17 });
  const answered = await talk(String(baseURL), head(SCORE, headers, body)).end(5_000);
  // The first may be refused before or after the connection breaks off over the second.
  expect(answered.statuses().at(-1)).toBe(400);
  expect(answered.statuses().every((status) => status >= 400)).toBe(true);
});

test("two lengths, a length beside chunks, and chunks that are none", async ({ baseURL }) => {
  const chunked = { "Content-Type": "application/json", "Transfer-Encoding": "chunked" };
  const bodies = [
    head(SCORE, authorized({ ...chunked, "Content-Length": 4 }), "0\r\n\r\nGET /v1/credits HTTP/1.1\r\n\r\n"),
    head(`${SCORE} HTTP/1.1\r\nContent-Length: 1\r\nX: y\r\nContent-Length: 2\r\nA: b`, {}, "{}"),
    head(SCORE, authorized(chunked), "zz\r\n{}\r\n0\r\n\r\n"),
    head(SCORE, authorized(chunked), "ffffffffffffffffff\r\n{}"),
  ];
  for (const body of bodies) {
    const { statuses } = await talk(String(baseURL), body).end(5_000);
    expect(statuses()).toEqual([400]);
  }
});

test("a body that trickles is given up, not only one that stalls", async ({ baseURL }) => {
  const drip = talk(String(baseURL), head(SCORE, authorized({ "Content-Type": FORM, "Content-Length": 50_000 }), PART));
  const ended = drip.end(4 * STALLED_MS);
  while (!drip.socket.destroyed) {
    drip.socket.write("-");
    await sleep(300);
  }
  await ended;
  expect(drip.statuses()).toEqual([408]);
  expect(drip.text()).toContain("POST /v1/uploads");
});

test("two gigabytes are refused before they are sent: as a form, as an upload, and to a live answer", async ({
  baseURL,
  request,
}) => {
  const headers = authorized({ "Content-Type": "application/json" });
  const data = { role_benchmark: "customer_support" };
  const { id } = (await (await request.post("/v1/live-answers", { headers, data })).json()) as { id: string };
  const length = { "Content-Length": 2 ** 31 };
  const bytes = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": 0, ...length };
  const tus = { "Tus-Resumable": "1.0.0", "Upload-Length": 2 ** 31, "Content-Length": 0 };
  for (const sent of [
    head(SCORE, authorized({ "Content-Type": FORM, ...length }), PART),
    head("POST /v1/uploads", authorized(tus)),
    head(`PATCH /v1/live-answers/${id}`, authorized(bytes), "RIFF"),
  ]) {
    const answered = await talk(String(baseURL), sent).end(5_000);
    expect(answered.statuses()).toEqual([413]);
    expect(answered.text()).toContain('"code":"media_too_large"');
  }
  expect(await (await request.get(`/v1/live-answers/${id}`, { headers })).json()).toMatchObject({ received_bytes: 0 });
  await request.delete(`/v1/live-answers/${id}`, { headers });
});

test("line breaks in ids, keys, names and metadata become no header", async ({ baseURL }) => {
  const broken = "%0d%0aX-Injected:%20yes";
  const tus = { "Tus-Resumable": "1.0.0", "Upload-Length": 4, "Content-Length": 0 };
  const name = Buffer.from("a\r\nX-Injected: yes").toString("base64");
  const json = { "Content-Type": "application/json" };
  const rescore = JSON.stringify({
    answer_id: "a\r\nX-Injected: yes",
    role_benchmark: "sales",
    external_id: "a\r\nX-Injected: yes",
  });
  const requests: [string, number][] = [
    [head(`GET /v1/soft-skills-score/asm_${broken}`, authorized()), 404],
    [head(`GET /v1/live-answers/liv_${broken}`, authorized()), 404],
    [head(`GET /v1/uploads/upl_${broken}`, authorized()), 404],
    [head("POST /v1/uploads", authorized({ ...tus, "Upload-Metadata": `filename ${name}` })), 201],
    [head(SCORE, authorized({ ...json, "Content-Length": rescore.length }), rescore), 422],
    [head(SCORE, authorized({ ...json, "Idempotency-Key": "a\rX-Injected: yes", "Content-Length": 2 }), "{}"), 400],
    [head(SCORE, authorized({ ...json, "Idempotency-Key": "\u0001", "Content-Length": 2 }), "{}"), 400],
  ];
  for (const [sent, status] of requests) {
    const answered = await talk(String(baseURL), sent.replace("HTTP/1.1\r\n", "HTTP/1.1\r\nConnection: close\r\n")).end(
      5_000,
    );
    expect([sent.slice(0, 60), answered.statuses()]).toEqual([sent.slice(0, 60), [status]]);
    expect(answered.text()).not.toMatch(/^X-Injected/im);
  }
});

test("a thousand connections that say nothing", async ({ baseURL, request }) => {
  const silent = Array.from({ length: 1_000 }, () => talk(String(baseURL), ""));
  await sleep(500);
  expect((await request.get("/v1/role-benchmarks", { headers: authorized() })).status()).toBe(200);
  await Promise.all(silent.map((each) => each.end(0)));
});
