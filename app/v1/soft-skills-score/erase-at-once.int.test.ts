import { beforeAll, expect, test } from "vitest";
import { DELETE } from "@/app/v1/soft-skills-score/[id]/route";
import { PUT as putTranscript } from "@/app/v1/soft-skills-score/[id]/transcript/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { oneLineForm, readFixture } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const ROUNDS = 5;
const RESCORES = 20;
const ASYNC = { "content-type": "application/json", prefer: "respond-async" };

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});

interface Answer {
  readonly id: string;
  readonly answer_id: string;
}

const score = async (): Promise<Answer> =>
  jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: await oneLineForm() }));
const rescore = ({ answer_id }: Answer) => {
  const body = JSON.stringify({ answer_id, role_benchmark: "retail" });
  return callRoute(POST, PATH, { method: "POST", key, headers: ASYNC, body });
};
const erase = ({ id }: Answer) => callRoute(DELETE, `${PATH}/${id}`, { method: "DELETE", key, params: { id } });
const replace = ({ id }: Answer, transcript: string) =>
  callRoute(putTranscript, `${PATH}/${id}/transcript`, {
    ...{ method: "PUT", key, headers: ASYNC, params: { id } },
    body: JSON.stringify({ transcript }),
  });

test(
  "an answer that is erased while it is weighed for other roles and given another transcript is erased; nobody waits in a circle",
  { timeout: 120_000 },
  async () => {
    const transcript = (await readFixture("one-line.words.json")).toString("utf8");
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await score();
      const before = Array.from({ length: RESCORES / 2 }, () => rescore(answer));
      const later = Array.from({ length: RESCORES / 2 }, () => rescore(answer));
      const responses = await Promise.all([...before, replace(answer, transcript), erase(answer), ...later]);
      const problems = await Promise.all(responses.filter(({ status }) => status >= 400).map(jsonOf));
      for (const { code } of problems) expect(code).toMatch(/^(not_found|conflict)$/);
      // 409 in the moment in which a worker ends one of them.
      await expect.poll(async () => String((await erase(answer)).status), { timeout: 10_000 }).toMatch(/204|404/);
      const rows = () => countTenantRows(scope);
      await expect.poll(rows, { timeout: 10_000 }).toMatchObject({ answers: 0, assessments: 0, recordings: 0 });
    }
  },
);
