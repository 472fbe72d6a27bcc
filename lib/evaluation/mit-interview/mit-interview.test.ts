import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mitInterview } from "@/lib/evaluation/mit-interview/mit-interview";

const TRAITS = [
  ...["Overall", "RecommendHiring", "Engaged", "EngagingTone", "StructuredAnswers", "NoFillers", "Calm"],
  ...["NotStressed", "NotAwkward", "Friendly"],
];
const PROSODY =
  "participant&question,duration,mean_pitch,pitch_sd,intensitySD,numPause,maxDurPause,avgDurPause,TotDurPause:3,PercentBreaks";
const SENTENCE = "We sat down with the team and then I explained the plan because it was late. ";
const PERSONS = 8;

let dataDir = "";
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "mit-interview-"));
});
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Made-up interviews in which the judges only hear how fast somebody speaks. */
function writeInterviews(): void {
  const ids = Array.from({ length: PERSONS }, (_, person) => [`p${person + 1}`, `pp${person + 1}`]).flat();
  const sentences = (index: number) => 6 + ((index * 5) % 11);
  const folder = path.join(dataDir, "mit_interview");
  mkdirSync(folder, { recursive: true });
  const labels = ids.map((id, index) => {
    const rating = 1 + sentences(index) / 3;
    return [id, id.replace("pp", "p"), ...TRAITS.map(() => rating)].join(",");
  });
  writeFileSync(
    path.join(folder, "labels.csv"),
    [["interview", "participant", ...TRAITS].join(","), ...labels].join("\n"),
  );
  const rows = ids.map(
    (id, index) => `${id.toUpperCase()}Q1,60,200,40,${5 + (index % 3)},20,1.5,.6,12,.${30 + (index % 7)}`,
  );
  writeFileSync(path.join(folder, "prosody_per_question.csv"), [PROSODY, ...rows].join("\n"));
  const lines = ids.map((id, index) =>
    JSON.stringify({
      interview: id,
      turns: [
        ["Interviewer", "Tell me about a time you explained something."],
        ["Interviewee", SENTENCE.repeat(sentences(index))],
      ],
    }),
  );
  writeFileSync(path.join(folder, "transcripts.jsonl"), lines.join("\n"));
}

const context = { quick: false, cacheDir: "", progress: () => undefined };

it("compares every dimension and the overall with the judges, beside words a minute alone", async () => {
  writeInterviews();
  const { json, section } = await mitInterview.evaluate({ ...context, dataDir });
  expect(json).toMatchObject({
    overall: { n: 2 * PERSONS, ci: [expect.any(Number), expect.any(Number)] },
    communication: { r: expect.any(Number) as number, rho: expect.any(Number) as number },
    cv: { clarity: { r: expect.any(Number) as number } },
    cv_terms_chosen_here: { clarity: { r: expect.any(Number) as number } },
    participants: PERSONS,
    role: "default",
  });
  expect(json).toHaveProperty("baseline_wpm.overall.r", 1);
  expect(json).toHaveProperty("weight_present.empathy_signal");
  expect(section.tables[0]?.rows).toHaveLength(5);
  expect(section.tables[0]?.columns).toContain("r, cv, terms chosen on these people");
  expect(section.charts[0]?.svg).toContain("</svg>");
});

it("leaves out an interview without turns, and tells which", async () => {
  writeInterviews();
  const file = path.join(dataDir, "mit_interview", "transcripts.jsonl");
  writeFileSync(file, readFileSync(file, "utf8").split("\n").slice(1).join("\n"));
  const told: string[] = [];
  const { json } = await mitInterview.evaluate({ ...context, dataDir, progress: (line) => told.push(line) });
  expect(json).toMatchObject({ overall: { n: 2 * PERSONS - 1 } });
  expect(told).toContain("interview p1 is left out: no turns in transcripts.jsonl");
});

it("goes on where Praat gave no value", async () => {
  writeInterviews();
  const file = path.join(dataDir, "mit_interview", "prosody_per_question.csv");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("P1Q1,60,200,40,5,20", "P1Q1,60,200,40,--undefined--,--undefined--"),
  );
  const { json } = await mitInterview.evaluate({ ...context, dataDir });
  expect(json).toMatchObject({ overall: { n: 2 * PERSONS } });
});

it("refuses a folder in which no interview is whole", async () => {
  writeInterviews();
  writeFileSync(path.join(dataDir, "mit_interview", "transcripts.jsonl"), "");
  await expect(Promise.resolve().then(() => mitInterview.evaluate({ ...context, dataDir }))).rejects.toThrow(
    /has no interview with labels, turns and measures/,
  );
});
