import { describe, expect, it } from "vitest";
import { ApiError, ConnectionError } from "./api-error.js";
import { Earshot } from "./earshot.js";
import { scriptedServer, type Step } from "./testing/scripted-server.js";

const TAKEN: Step = { status: 204 };
const stands = (bytes: number): Step => ({ status: 200, json: { id: "liv_1", received_bytes: bytes } });
const problem = (status: number, code: string): Step => ({
  ...{ status, headers: { "Content-Type": "application/problem+json" } },
  json: { type: "/docs/errors/x", title: "Title", status, detail: "Detail.", code, request_id: "req_1", errors: [] },
});
const client = (url: string) => new Earshot({ apiKey: "es_test_key", baseUrl: url, maxRetries: 0 }).liveAnswers;
const bytes = (text: string) => new TextEncoder().encode(text);

const MEBIBYTE = "x".repeat(1_048_576);

describe("a live answer", () => {
  it("sends each piece where the one before ended, small ones together", async () => {
    async function* spoken() {
      for (const piece of [MEBIBYTE, "one ", "two ", "three"]) yield bytes(piece);
    }
    await using server = await scriptedServer(TAKEN);
    expect(await client(server.url).appendAll("liv_1", spoken())).toBe(1_048_589);
    expect(server.received.map(({ headers, body }) => [headers["upload-offset"], body.toString()])).toEqual([
      ["0", MEBIBYTE],
      ["1048576", "one two three"],
    ]);
  });

  it("goes on where the server stands when the line broke in the middle of a piece", async () => {
    await using server = await scriptedServer("break", stands(6), TAKEN);
    expect(await client(server.url).append("liv_1", 4, bytes("two "))).toBe(8);
    const [, asked, rest] = server.received;
    expect([asked?.method, rest?.headers["upload-offset"], rest?.body.toString()]).toEqual(["GET", "6", "o "]);
  });

  it("sends nothing twice that arrived although the answer was lost", async () => {
    await using server = await scriptedServer("break", stands(8));
    expect(await client(server.url).append("liv_1", 4, bytes("two "))).toBe(8);
    expect(server.received.map(({ method }) => method)).toEqual(["PATCH", "GET"]);
  });

  it("gives up where the server stands somewhere that the piece says nothing about, or refuses it", async () => {
    await using before = await scriptedServer(problem(409, "upload_offset_mismatch"), stands(2));
    await expect(client(before.url).append("liv_1", 4, bytes("two "))).rejects.toBeInstanceOf(ApiError);
    await using expired = await scriptedServer(problem(410, "live_answer_expired"));
    await expect(client(expired.url).append("liv_1", 4, bytes("two "))).rejects.toMatchObject({ status: 410 });
    expect(expired.received).toHaveLength(1);
  });

  it("gives up after five breaks without a byte of progress", async () => {
    const steps = Array.from({ length: 6 }, (): readonly Step[] => ["break", stands(0)]).flat();
    await using server = await scriptedServer(...steps);
    await expect(client(server.url).append("liv_1", 0, bytes("one "))).rejects.toBeInstanceOf(ConnectionError);
    expect(server.received.filter(({ method }) => method === "PATCH")).toHaveLength(6);
  });

  it("is completed with what was said, at once or after a wait", async () => {
    await using server = await scriptedServer({ status: 200, json: { id: "asm_1", status: "success" } });
    const live = client(server.url);
    expect(await live.complete("liv_1", { transcript: "Good morning." }, { waitSeconds: 0 })).toMatchObject({
      id: "asm_1",
    });
    const [sent] = server.received;
    expect([sent?.url, sent?.headers.prefer]).toEqual(["/v1/live-answers/liv_1/complete", "respond-async"]);
    expect(JSON.parse(String(sent?.body))).toEqual({ transcript: "Good morning." });
  });
});
