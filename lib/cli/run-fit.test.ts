import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runFit } from "@/lib/cli/run-fit";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import type { ModelFit } from "@/lib/fitting/model-fit";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "fit-"));
});
afterEach(() => rm(folder, { recursive: true }));

const fitOf = (name: string, fails?: Error): ModelFit => ({
  name,
  fit: () =>
    fails
      ? Promise.reject(fails)
      : Promise.resolve({
          model: ({ id }) => ({ id }),
          card: ({ id, command }) => `${id} ${command}`,
          metrics: { r: 0.5 },
        }),
});
const FITS = [fitOf("alpha"), fitOf("beta")];

async function run(argv: readonly string[], fits: readonly ModelFit[] = FITS) {
  const written = { out: "", error: "" };
  const output = {
    out: (text: string) => void (written.out += text),
    error: (line: string) => void (written.error += `${line}\n`),
    colour: false,
    columns: 80,
  };
  return { code: await runFit(argv, output, fits), ...written };
}
const models = () => ["--data", folder, "--models", path.join(folder, "models")];

test("all models are fitted and written, and the output says where", async () => {
  const { code, out } = await run(models());
  expect(code).toBe(0);
  expect(out).toContain(path.join(folder, "models", "alpha-1.0.0.json"));
  expect((await readdir(path.join(folder, "models"))).sort()).toEqual(["alpha-1.0.0.json", "beta-1.0.0.json", "cards"]);
});

test("--only fits one, --json prints one object with its figures", async () => {
  const { code, out } = await run([...models(), "--only", "beta", "--version", "3.0.0", "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ beta: { id: "beta@3.0.0", metrics: { r: 0.5 } } });
});

test("a version that exists is refused before anything is fitted, with code 2 and what to do", async () => {
  const argv = [...models(), "--only", "beta", "--version", "3.0.0"];
  await run(argv);
  const { code, error } = await run(argv, [fitOf("beta", new Error("was fitted"))]);
  expect(code).toBe(2);
  expect(error).toContain("beta@3.0.0 is published already and never changes");
});

test("the card's command does not tell where the data lay", async () => {
  const { out } = await run([...models(), "--only", "alpha"]);
  const card = /card {3}(.+)/.exec(out)?.[1] ?? "";
  expect(await readFile(card, "utf8")).toBe("alpha@1.0.0 npm run fit -- --data DIR --only alpha");
});

test.each([
  [[], "--data is missing"],
  [["--data", "does-not-exist"], 'The folder "does-not-exist" does not exist.'],
  [["--data", ".", "--only", "gamma"], 'There is no model "gamma" to fit. Models: alpha, beta.'],
  [["--data", ".", "--version", "1.0.0"], "--version needs --only"],
  [["--data", ".", "--only", "beta", "--version", "new"], "must look like 1.2.0"],
  [["--data", ".", "--fast"], "--fast"],
  [["here"], '"here" is one too many'],
])("%j is refused with one line and code 2", async (argv, reason) => {
  const { code, error, out } = await run(argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(error).toContain(reason);
});

test("damaged data give code 2, a broken fit code 1, and nothing is written", async () => {
  const damaged = await run(models(), [fitOf("alpha", new EvaluationDataError("labels.csv is missing"))]);
  expect(damaged).toMatchObject({ code: 2 });
  expect(damaged.error).toContain("labels.csv is missing");
  const broken = await run(models(), [fitOf("alpha", new Error("boom"))]);
  expect(broken).toMatchObject({ code: 1 });
  expect(await readdir(folder)).toEqual([]);
});

test("--help names the models", async () => {
  const { code, out } = await run(["--help"]);
  expect(code).toBe(0);
  expect(out).toContain("alpha, beta");
});
