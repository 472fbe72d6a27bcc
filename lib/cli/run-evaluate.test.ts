import { mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { runEvaluate } from "@/lib/cli/run-evaluate";
import { EvaluationDataError, type EvaluationContext, type EvaluationSet } from "@/lib/evaluation/evaluation-set";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "evaluate-"));
  for (const name of ["first", "second", "damaged", "bug"]) await mkdir(path.join(folder, name));
});
afterAll(() => rm(folder, { recursive: true }));

const made = (name: string, evaluate?: (context: EvaluationContext) => void): EvaluationSet => ({
  name,
  folder: name,
  evaluate: (context) => {
    evaluate?.(context);
    const tables = [{ caption: "Table of it", columns: ["what", "how much"], rows: [["length", "7"]] }];
    const charts = [{ name: `${name}-chart`, description: "A drawing", svg: `<svg>${name}</svg>` }];
    const section = { title: `Set ${name}`, paragraphs: ["What it is."], tables, charts };
    return Promise.resolve({ json: { n: 7, quick: context.quick }, section });
  },
});
const FIRST = made("first");
const SECOND = made("second", (context) => context.progress("half done"));
const DAMAGED = made("damaged", () => {
  throw new EvaluationDataError("labels.csv row 7: age");
});
const BUG = made("bug", () => {
  throw new TypeError("x is not a function");
});

async function evaluate(sets: readonly EvaluationSet[], ...argv: string[]) {
  const written = { out: "", error: "" };
  const output = {
    out: (text: string) => void (written.out += text),
    error: (line: string) => void (written.error += `${line}\n`),
    ...{ colour: false, columns: 80 },
  };
  const code = await runEvaluate(argv, output, sets);
  return { code, ...written };
}
const data = (): string[] => ["--data", folder];

test.each([
  ["no folder", () => [], /--data is missing/],
  ["a folder that is not there", () => ["--data", "/nowhere/at/all"], /"\/nowhere\/at\/all" does not exist/],
  ["an unknown set", () => [...data(), "--only", "third"], /There is no set "third". Sets: first, second/],
  ["an unknown flag", () => [...data(), "--fast"], /--fast/],
  ["a word too many", () => [...data(), "first"], /"first" is one too many/],
] as const)("%s ends with exit code 2 and one line that says so", async (_, argv, message) => {
  const { code, out, error } = await evaluate([FIRST, SECOND], ...argv());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(error).toMatch(message);
  expect(error.trim()).not.toContain("\n");
});

test("help goes to standard output and is no failure", async () => {
  const { code, out } = await evaluate([FIRST], "--help");
  expect(code).toBe(0);
  expect(out).toContain("--only NAME    one set: first");
});

describe("with --json", () => {
  it("puts one object on standard output and nothing else, progress on standard error", async () => {
    const { code, out, error } = await evaluate([FIRST, SECOND], ...data(), "--json", "--quick");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ first: { n: 7, quick: true }, second: { n: 7, quick: true } });
    expect(error).toBe("second: half done\n");
  });

  it("says which set is missing, goes on, and leaves its key out", async () => {
    const { code, out, error } = await evaluate([made("missing"), FIRST], ...data(), "--json");
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(["first"]);
    expect(error).toContain(`missing is left out: there is no folder ${path.join(folder, "missing")}`);
  });

  it("ends with 2 when there is nothing to evaluate at all", async () => {
    const { code, out, error } = await evaluate([made("missing")], ...data(), "--json");
    expect({ code, out }).toEqual({ code: 2, out: "{}\n" });
    expect(error).toContain("Nothing was evaluated");
  });

  it("ends with 2 for damaged data and with 1 for a bug, after the other sets ran", async () => {
    const damaged = await evaluate([DAMAGED, FIRST], ...data(), "--json");
    expect(damaged.code).toBe(2);
    expect(damaged.error).toContain("damaged is left out: labels.csv row 7: age");
    const bug = await evaluate([BUG, DAMAGED, FIRST], ...data(), "--json");
    expect(bug.code).toBe(1);
    expect(bug.error).toContain("bug is left out: TypeError: x is not a function");
    expect(Object.keys(JSON.parse(bug.out))).toEqual(["first"]);
  });

  it("runs only the set that --only names", async () => {
    const { out } = await evaluate([FIRST, BUG], ...data(), "--only", "first", "--json");
    expect(Object.keys(JSON.parse(out))).toEqual(["first"]);
  });
});

describe("with --floors", () => {
  const interviews = (r: number): EvaluationSet => ({
    name: "mit_interview",
    folder: "first",
    evaluate: async (context) => {
      const { section } = await FIRST.evaluate(context);
      const scores = Object.fromEntries(["overall", "communication", "clarity", "composure"].map((k) => [k, { r }]));
      return { json: { ...scores, cv: scores }, section };
    },
  });

  it("ends with 1 and names each figure that fell below its floor, and the data still go to standard output", async () => {
    const { code, out, error } = await evaluate([interviews(0.1)], ...data(), "--json", "--quick", "--floors");
    expect(code).toBe(1);
    expect(error).toMatch(/MISSED mit_interview overall\.r: 0\.1, at least 0\.\d+/);
    expect(JSON.parse(out)).toHaveProperty("mit_interview.overall.r", 0.1);
  });

  it("ends with 0 when every figure that was measured is above, and only asks when told to", async () => {
    const good = await evaluate([interviews(0.9)], ...data(), "--json", "--floors");
    expect(good.code).toBe(0);
    expect(good.error).toContain("held   mit_interview overall.r");
    expect(good.error).toContain("- so762_train fluency.shipped.utterance.r: not evaluated");
    expect((await evaluate([interviews(0.1)], ...data(), "--json")).code).toBe(0);
  });
});

describe("for people", () => {
  it("prints titles, texts and aligned tables", async () => {
    const { out } = await evaluate([FIRST], ...data());
    expect(out).toContain(
      "Set first\n=========\n\nWhat it is.\n\nTable of it\nwhat    how much\n------  --------\nlength  7\n",
    );
  });

  it("writes the page and its drawings after a whole run of all sets, and only then", async () => {
    const docs = path.join(folder, "docs");
    const page = (): Promise<string> => readFile(path.join(docs, "evaluation.md"), "utf8");
    for (const part of [["--quick"], ["--only", "first"]]) {
      await evaluate([FIRST, SECOND], ...data(), "--docs", docs, ...part);
      await expect(page()).rejects.toThrow();
    }
    const partial = await evaluate([FIRST, made("missing")], ...data(), "--docs", docs);
    expect(partial.error).toContain("evaluation.md is left as it is");
    await expect(page()).rejects.toThrow();
    const whole = await evaluate([FIRST, SECOND], ...data(), "--docs", docs);
    expect(whole.error).toContain(`wrote ${path.join(docs, "evaluation.md")}`);
    expect(await page()).toContain("Set second");
    expect((await readdir(path.join(docs, "evaluation"))).sort()).toEqual(["first-chart.svg", "second-chart.svg"]);
  });
});
