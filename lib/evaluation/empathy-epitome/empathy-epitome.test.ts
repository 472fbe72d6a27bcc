import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { empathyEpitome } from "@/lib/evaluation/empathy-epitome/empathy-epitome";
import { MECHANISM_FILES } from "@/lib/evaluation/empathy-epitome/read-replies";

let dataDir = "";
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "empathy-"));
  mkdirSync(path.join(dataDir, "empathy_epitome"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const ASKING = '"Oh no, that is a lot. What happened?"';
const WARM = '"I am sorry to hear that, I hope you rest."';
const PLAIN = "The train leaves at nine.";

function write(name: string, replies: readonly (readonly [text: string, level: number])[]): void {
  const rows = replies.map(([text, level], i) => `s${i},r${i},a post,${text},${level},`);
  const header = "sp_id,rp_id,seeker_post,response_post,level,rationales";
  writeFileSync(path.join(dataDir, "empathy_epitome", name), [header, ...rows].join("\n"));
}

it("acts that only replies with the mechanism hold separate them fully; acts of another mechanism do not", async () => {
  write(MECHANISM_FILES.explorations, [
    [ASKING, 2],
    [PLAIN, 0],
    [ASKING, 1],
    [PLAIN, 0],
  ]);
  write(MECHANISM_FILES.emotional_reactions, [
    [WARM, 1],
    [PLAIN, 0],
    [WARM, 2],
    [ASKING, 0],
  ]);
  write(MECHANISM_FILES.interpretations, [
    [PLAIN, 1],
    [ASKING, 0],
    [PLAIN, 1],
    [WARM, 0],
  ]);
  const { json } = await empathyEpitome.evaluate({ dataDir, quick: false, cacheDir: "", progress: () => undefined });
  expect(json).toMatchObject({
    explorations: { auc: 1, n: 4, positive: 2 },
    emotional_reactions: { auc: 1 },
    interpretations: { auc: 0.5 },
  });
});

it("names the row of a level that does not exist", async () => {
  write(MECHANISM_FILES.emotional_reactions, [[WARM, 7]]);
  const run = Promise.resolve().then(() =>
    empathyEpitome.evaluate({ dataDir, quick: false, cacheDir: "", progress: () => undefined }),
  );
  await expect(run).rejects.toThrow(/emotional-reactions-reddit\.csv row 2: level/);
});
