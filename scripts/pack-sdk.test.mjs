import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "..");
const TSC = path.join(ROOT, "node_modules/typescript/bin/tsc");
const CONSUMER = `
import { ApiError, Earshot, type SoftSkillsScore, verifyWebhook } from "@earshot/sdk";

export async function score(earshot: Earshot): Promise<number | null> {
  const result = await earshot.softSkillsScores.createAndWait({ role_benchmark: "retail", audio: "a.mp3" });
  if (result.status === "failed" || result.status === "canceled") return null;
  const finished: SoftSkillsScore = result;
  return finished.dimensions.clarity;
}
// @ts-expect-error A field that the API does not have.
export const unknownField = (earshot: Earshot) => earshot.softSkillsScores.list({ colour: "red" });
// @ts-expect-error An id is part of the address.
export const withoutId = (earshot: Earshot) => earshot.request("GET /v1/soft-skills-score/{id}", {});
export const code = (error: ApiError): string => error.code;
export { verifyWebhook };
`;
let folder;

/** Packed as it would be published, then installed from that file without a network. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "earshot-pack-"));
  const npm = (...args) => run("npm", [...args, "--offline", "--no-audit", "--no-fund"], { cwd: folder });
  const { stdout } = await npm("pack", path.join(ROOT, "lib/sdk"), "--json", "--pack-destination", folder);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "consumer", type: "module", private: true }));
  await npm("install", path.join(folder, filename));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the package holds the built client, its types and its README, and nothing of the source or tests", () => {
  const installed = path.join(folder, "node_modules/@earshot/sdk");
  expect(readdirSync(installed).sort()).toEqual(["README.md", "dist", "package.json"]);
  const files = readdirSync(path.join(installed, "dist"), { recursive: true });
  expect(files).toContain("main.js");
  expect(files).toContain("main.d.ts");
  expect(files.filter((file) => /test|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  expect(readdirSync(path.join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["@earshot"]);
});

test("the installed package is imported by plain Node", async () => {
  const program = `const sdk = await import("@earshot/sdk");
    const client = new sdk.Earshot({ apiKey: "es_test_x", baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
    const error = await client.softSkillsScores.get("asm_1").catch((caught) => caught);
    console.log(error instanceof sdk.ConnectionError, Object.keys(sdk).includes("verifyWebhook"));`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: folder });
  expect(stdout.trim()).toBe("true true");
});

test.each([
  ["in a browser's project", ["--lib", "es2022,dom", "--typeRoots", "none"]],
  ["in a project of Node without the DOM", ["--lib", "es2022", "--types", "node"]],
])("a consumer's types are checked %s", async (_, settings) => {
  writeFileSync(path.join(folder, "consumer.ts"), CONSUMER);
  mkdirSync(path.join(folder, "node_modules/@types"), { recursive: true });
  for (const name of ["node"])
    link(path.join(ROOT, "node_modules/@types", name), path.join(folder, "node_modules/@types", name));
  link(path.join(ROOT, "node_modules/undici-types"), path.join(folder, "node_modules/undici-types"));
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022"];
  const { stdout } = await run(process.execPath, [TSC, ...strict, ...settings, "consumer.ts"], { cwd: folder }).catch(
    (error) => error,
  );
  expect(stdout).toBe("");
});

function link(target, at) {
  rmSync(at, { force: true });
  symlinkSync(target, at);
}
