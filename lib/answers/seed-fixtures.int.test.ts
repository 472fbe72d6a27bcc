import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { seedFixtureAnswers } from "@/lib/answers/seed-fixtures";
import { readFixture } from "@/lib/answers/testing/score-form";
import type { Identity } from "@/lib/auth/identity";
import { SCOPES } from "@/lib/auth/scopes";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { withOrganization } from "@/lib/db/with-organization";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();

test("fixture answers are seeded once, marked as synthetic; the silent one is left out", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "earshot-fixtures-"));
  // The repository makes this file; a wrong one fails the test.
  const manifest = JSON.parse((await readFixture("manifest.json")).toString("utf8")) as { answers: { key: string }[] };
  const answers = manifest.answers.filter(({ key }) => key === "one-line" || key === "silence");
  await writeFile(path.join(folder, "manifest.json"), JSON.stringify({ answers }));
  for (const name of ["one-line", "silence"]) {
    for (const file of [`${name}.mp3`, `${name}.words.json`]) {
      await writeFile(path.join(folder, file), await readFixture(file));
    }
  }
  const scope = await createTestOrganization();
  const identity: Identity = { scope, actor: { type: "system", id: null }, livemode: false, scopes: SCOPES };
  await seedFixtureAnswers(identity, folder);
  await seedFixtureAnswers(identity, folder);
  const rows = await withOrganization(scope, (transaction) =>
    transaction.assessment.findMany({ include: { answer: true } }),
  );
  expect(rows).toHaveLength(1);
  const audited = await withOrganization(scope, (transaction) => transaction.auditLog.findMany());
  expect(audited.map(({ action }) => action).sort()).toEqual(["assessment.completed", "assessment.created"]);
  expect(rows[0]).toMatchObject({ status: "not_scored", livemode: false, answer: { synthetic: true } });
  await rm(folder, { recursive: true });
});
