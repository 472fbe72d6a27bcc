import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluationStage } from "./evaluation-stage.mjs";
import { closeWith, runStages } from "./stages.mjs";

let parent = "";
beforeAll(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), "evaluation-stage-"));
  fs.mkdirSync(path.join(parent, "with", "checkout"), { recursive: true });
  fs.mkdirSync(path.join(parent, "with", "shared", "data"), { recursive: true });
  fs.mkdirSync(path.join(parent, "without", "checkout"), { recursive: true });
});
afterAll(() => fs.rmSync(parent, { recursive: true }));

describe("evaluationStage", () => {
  it("runs on the data beside the checkout, or on the folder that EVALUATION_DATA names", () => {
    const data = path.join(parent, "with", "shared", "data");
    expect(evaluationStage(path.join(parent, "with", "checkout"), {}).command).toContain(data);
    const other = evaluationStage(path.join(parent, "without", "checkout"), { EVALUATION_DATA: data });
    expect(other.command).toEqual(expect.arrayContaining(["--data", data, "--quick", "--floors"]));
  });

  it("is skipped without the data, which fails nothing", async () => {
    const stage = evaluationStage(path.join(parent, "without", "checkout"), {});
    expect(stage).not.toHaveProperty("command");
    const results = await runStages([stage], parent);
    expect(results).toEqual([{ name: stage.name, passed: true, seconds: 0, skipped: stage.skipped }]);
    expect(closeWith(results)).toBe(0);
  });
});
