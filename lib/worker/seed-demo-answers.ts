import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { seedFixtureAnswers } from "@/lib/answers/seed-fixtures";
import { authenticateApiKey } from "@/lib/auth/authenticate-api-key";
import { environment } from "@/lib/config/environment";

const credentialsSchema = z.object({ apiKey: z.string() });

/** Puts the bundled fixture answers into the demo organization of this data folder; nothing where there is none. */
export async function seedDemoAnswers(): Promise<void> {
  const file = path.join(environment().dataDir, "credentials.json");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return;
  const { apiKey } = credentialsSchema.parse(JSON.parse(text));
  const demo = await authenticateApiKey(apiKey, null);
  if (demo) await seedFixtureAnswers(demo, path.resolve("public/fixtures"));
}
