import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nictJle } from "@/lib/evaluation/nict-jle/nict-jle";

let dataDir = "";
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "nict-jle-"));
  mkdirSync(path.join(dataDir, "nict_jle"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const write = (lines: readonly unknown[]): void =>
  writeFileSync(
    path.join(dataDir, "nict_jle", "interviews.jsonl"),
    lines.map((line) => JSON.stringify(line)).join("\n"),
  );

/** 120 different words, every `every`-th followed by a filler. */
function tokens(every: number): unknown[] {
  return Array.from(
    { length: 120 },
    (_, i) => `word${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`,
  ).flatMap((word, i) => [
    [word, "NN", "f", "O", 0, 0, 0],
    ...(i % every === 0 ? [["er", "UH", "i", "-", 0, 0, 0]] : []),
  ]);
}

it("levels that rise as fillers fall correlate fully, by tags and by own search", async () => {
  write(
    [1, 2, 3, 4, 5].map((level) => ({
      id: `${level}`,
      sst_level: level,
      turns: [{ turn: "A:1", task: "t", tokens: tokens(3 + 2 * level) }],
    })),
  );
  const { json } = await nictJle.evaluate({ dataDir, quick: false, cacheDir: "", progress: () => undefined });
  expect(json).toMatchObject({
    fluency: { n: 5, rho: 1, tags_rho: 1, fillers: { rho: -1, precision: 1, recall: 1 } },
  });
});

it("says which line is not as expected", async () => {
  write([{ id: "1", sst_level: 12, turns: [] }]);
  const run = Promise.resolve().then(() =>
    nictJle.evaluate({ dataDir, quick: false, cacheDir: "", progress: () => undefined }),
  );
  await expect(run).rejects.toThrow(/interviews\.jsonl line 1: sst_level/);
});
