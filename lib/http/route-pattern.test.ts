import { expect, test } from "vitest";
import { routePattern } from "@/lib/http/route-pattern";

test.each([
  ["/v1/uploads", {}, "/v1/uploads"],
  ["/v1/uploads/upl_1", { id: "upl_1" }, "/v1/uploads/{id}"],
  ["/v1/role-benchmarks/retail/versions", { key: "retail" }, "/v1/role-benchmarks/{key}/versions"],
  ["/v1/role-benchmarks/role-benchmarks", { key: "role-benchmarks" }, "/v1/role-benchmarks/{key}"],
  ["/v1/uploads/a%20b", { id: "a b" }, "/v1/uploads/{id}"],
  ["/v1/uploads/%", { id: "%" }, "/v1/uploads/{id}"],
])("%s with %j is %s", (pathname, params, pattern) => {
  expect(routePattern(pathname, params)).toBe(pattern);
});
