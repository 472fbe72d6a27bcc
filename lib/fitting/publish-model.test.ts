import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FittedModel } from "@/lib/fitting/model-fit";
import { nextVersion, parseVersion } from "@/lib/fitting/model-version";
import { publishModel, VersionTakenError } from "@/lib/fitting/publish-model";

const FITTED: FittedModel = {
  model: ({ id, card }) => ({
    id,
    card,
    knots: [
      [0.5, -1],
      [2, 3.25],
    ],
  }),
  card: ({ id, date, command }) => `# ${id}\n\nFitted on ${date} with ${command}.\n`,
  metrics: {},
};

let modelsDir = "";
const options = () => ({ name: "demo", version: null, date: "2026-05-31", command: "npm run fit", modelsDir });

beforeEach(async () => {
  modelsDir = await mkdtemp(path.join(os.tmpdir(), "models-"));
});
afterEach(() => rm(modelsDir, { recursive: true }));

describe("publishModel", () => {
  it("writes model and card under the same version, knots one a line", async () => {
    const files = await publishModel(FITTED, options());
    expect(files.id).toBe("demo@1.0.0");
    expect(await readFile(files.model, "utf8")).toContain("[0.5, -1],\n    [2, 3.25]\n");
    expect(JSON.parse(await readFile(files.model, "utf8"))).toMatchObject({ id: "demo@1.0.0", card: "demo-1.0.0.md" });
    expect(await readFile(files.card, "utf8")).toBe("# demo@1.0.0\n\nFitted on 2026-05-31 with npm run fit.\n");
  });

  it("takes the next version each time", async () => {
    await publishModel(FITTED, options());
    expect((await publishModel(FITTED, options())).id).toBe("demo@1.1.0");
  });

  it("never overwrites a version: it is refused and the files stay as they were", async () => {
    const first = await publishModel(FITTED, { ...options(), version: "2.0.0" });
    const other = { ...FITTED, card: () => "other", model: () => "other" };
    await expect(publishModel(other, { ...options(), version: "2.0.0" })).rejects.toThrow(VersionTakenError);
    expect(await readFile(first.card, "utf8")).toContain("# demo@2.0.0");
    expect(await readFile(first.model, "utf8")).toContain("demo@2.0.0");
  });

  it("leaves no card behind where the model file exists", async () => {
    const { model, card } = await publishModel(FITTED, options());
    await rm(card);
    await expect(publishModel(FITTED, { ...options(), version: "1.0.0" })).rejects.toThrow("published already");
    expect(await readdir(path.dirname(card))).toEqual([]);
    expect(await readFile(model, "utf8")).toContain("demo@1.0.0");
  });
});

describe("nextVersion", () => {
  it.each([
    [[], "1.0.0"],
    [["other-7.0.0.json"], "1.0.0"],
    [["demo-0.1.0.json"], "1.0.0"],
    [["demo-1.9.0.json", "demo-1.10.0.json", "demo-1.2.3.md"], "1.11.0"],
    [["demo-draft.json", "demo-2.0.1.json"], "2.1.0"],
  ])("after %j comes %s", (files, expected) => {
    expect(nextVersion("demo", files)).toBe(expected);
  });
});

it("only three numbers are a version", () => {
  expect(parseVersion("1.20.3")).toEqual([1, 20, 3]);
  for (const text of ["1.2", "1.2.3.4", "v1.2.3", "1.2.x", "../1.2.3"]) expect(parseVersion(text)).toBeNull();
});
