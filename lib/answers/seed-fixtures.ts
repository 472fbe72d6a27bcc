import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { hasSyntheticAnswer } from "@/lib/answers/data";
import { answerFieldsSchema } from "@/lib/answers/schema";
import { submitAnswer } from "@/lib/answers/submit-answer";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { logger } from "@/lib/log/logger";
import { openStore } from "@/lib/storage/open-store";

const manifestSchema = z.object({
  answers: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      prompt: z.string(),
      prompt_type: z.string(),
      role_benchmark: z.string(),
      language: z.string(),
      file: z.string(),
      words: z.string(),
    }),
  ),
});
type Fixture = z.infer<typeof manifestSchema>["answers"][number];

/** Long enough for one answer on a slow machine: they are scored one after the other. */
const WAIT_SECONDS = 60;

/**
 * Scores the bundled fixture answers for an organization, through the same door as everybody's and marked as synthetic.
 * Those that are there already are left alone. One that cannot be scored (the silent one) is left out.
 *
 * @param folder public/fixtures
 */
export async function seedFixtureAnswers(identity: Identity, folder: string): Promise<void> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
  // Last first: in a list with the newest on top they then stand in the manifest's order.
  for (const fixture of manifest.answers.toReversed()) {
    const externalId = `fixture-${fixture.key}`;
    if (await hasSyntheticAnswer(identity.scope, externalId)) continue;
    try {
      await seedFixture(identity, folder, fixture, externalId);
    } catch (error) {
      if (!(error instanceof EarshotError)) throw error;
      logger().info({ fixture: fixture.key, code: error.code }, "fixture not scored");
    }
  }
}

async function seedFixture(identity: Identity, folder: string, fixture: Fixture, externalId: string): Promise<void> {
  const { title, prompt, prompt_type, role_benchmark, language } = fixture;
  const transcript = await readFile(path.join(folder, fixture.words), "utf8");
  // The silent one: it would be refused at every start.
  if (!/"text"/.test(transcript)) return;
  const fields = answerFieldsSchema.parse({
    ...{ prompt, prompt_type, role_benchmark, language, external_id: externalId, metadata: { title } },
    transcript,
  });
  const store = openStore();
  const recording = await store.receive(createReadStream(path.join(folder, fixture.file)));
  await submitAnswer(identity, store, { recording, fields }, { waitSeconds: WAIT_SECONDS, synthetic: true });
}
