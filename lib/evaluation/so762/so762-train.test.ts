import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EvaluationDataError, type EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { so762Train } from "@/lib/evaluation/so762/so762-train";
import { madeUpSentences, writeMadeUpSo762 } from "@/lib/evaluation/testing/made-up-sentences";

/** Models are loaded into four aligners first. */
const SLOW_MS = 240_000;

let dataDir = "";
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "so762-"));
  const speaker = async (id: string, file: string, gender: "f" | "m", ageYears: number, level: number) => ({
    ...{ id, gender, ageYears, sentences: await madeUpSentences(file, 2) },
    opinions: [level, level - 1, level, level + 1, level] as const,
  });
  await writeMadeUpSo762(dataDir, [
    await speaker("001", "strong.mp3", "f", 30, 9),
    await speaker("002", "weak.mp3", "m", 20, 4),
    await speaker("003", "average.opus", "f", 40, 7),
    await speaker("004", "noisy.mp3", "m", 8, 6),
  ]);
});
afterAll(() => rm(dataDir, { recursive: true }));

const context = (folder = dataDir): EvaluationContext => ({
  dataDir: folder,
  quick: false,
  cacheDir: path.join(dataDir, "cache"),
  progress: () => undefined,
});

describe("so762_train on made-up data", () => {
  it(
    "gives every figure of both scales, with baselines that do not depend on the model",
    async () => {
      const { json, section } = await so762Train.evaluate(context());
      const agreement = { n: 8, coverage: 1, constant_align15: expect.any(Number), align15: expect.any(Number) };
      const scale = {
        cv: {
          utterance: { ...agreement, r_median: expect.anything() },
          speaker: { ...agreement, n: 4 },
          adults_utterance: { ...agreement, n: 6 },
          adults_speaker: { ...agreement, n: 3 },
        },
      };
      // Means are the levels: 9, 4, 7, 6. The median speaker is 6.5, within 1.5 of 7 and 6. Experts 2 and 4 are 1 and 1 off.
      const baselines = { constant_align15: 50, expert_align15: 100, expert_r: 1 };
      expect(json).toMatchObject({ coverage: 1, fluency: scale, prosody: scale, baselines });
      expect(section.tables.length).toBeGreaterThan(3);
      for (const { columns, rows } of section.tables) {
        for (const cells of rows) expect(cells).toHaveLength(columns.length);
      }
      expect(JSON.stringify(section)).not.toMatch(/NaN|undefined|Infinity/);
      expect(section.charts.map(({ name }) => name)).toEqual(["so762-fluency-speakers", "so762-prosody-speakers"]);
    },
    SLOW_MS,
  );

  it("says the same on a second run", async () => {
    expect(await so762Train.evaluate(context())).toEqual(await so762Train.evaluate(context()));
  });

  it("needs two speakers to refit", async () => {
    const alone = path.join(dataDir, "alone");
    const [sentence] = await madeUpSentences("strong.mp3", 1);
    if (!sentence) throw new Error("the fixture has sentences");
    const one = { id: "001", gender: "f", ageYears: 30, sentences: [sentence], opinions: [9, 9, 9, 9, 9] } as const;
    await writeMadeUpSo762(alone, [one]);
    await expect(so762Train.evaluate(context(alone))).rejects.toThrow(EvaluationDataError);
    await expect(so762Train.evaluate(context(alone))).rejects.toThrow(/at least .* speakers/);
  });

  it("refuses labels that do not fit before anything is decoded", async () => {
    const damaged = path.join(dataDir, "damaged");
    await writeMadeUpSo762(damaged, []);
    await writeFile(path.join(damaged, "so762_train", "labels.csv"), "utt,speaker\na,b\n");
    await expect(so762Train.evaluate(context(damaged))).rejects.toThrow(/labels\.csv row 2: age/);
  });
});
