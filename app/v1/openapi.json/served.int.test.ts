import { expect, test } from "vitest";
import { GET, POST } from "@/app/v1/openapi.json/route";
import document from "@/docs/openapi.json";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";

const AT = "/v1/openapi.json";

test("the document is served whole to everybody without a key, and may be kept for an hour", async () => {
  const response = await callRoute(GET, AT);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(response.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(await jsonOf(response)).toEqual(document);
});

test("who has it already is answered 304 without a body", async () => {
  const etag = (await callRoute(GET, AT)).headers.get("etag") ?? "";
  const response = await callRoute(GET, AT, { headers: { "if-none-match": etag } });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe("");
  expect((await callRoute(GET, AT, { headers: { "if-none-match": '"another"' } })).status).toBe(200);
});

test("any other method is refused as problem+json", async () => {
  const response = await callRoute(POST, AT, { method: "POST" });
  expect(response.status).toBe(405);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});
