import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const credentialsSchema = z.object({
  email: z.email(),
  password: z.string().min(12),
  apiKey: z.string().startsWith("es_test_"),
});

/** What opens the demo organization of one data folder. */
export type DemoCredentials = Readonly<z.infer<typeof credentialsSchema>>;

const DEMO_EMAIL = "demo@earshot.local";

/**
 * The demo login and test key of a data folder, made on first use and kept in `credentials.json`, readable by its owner
 * alone. A folder of its own gets secrets of its own: no install shares a password with another.
 * @throws Error when the file is there but is not ours
 */
export async function demoCredentials(dataDir: string): Promise<DemoCredentials> {
  const file = path.join(dataDir, "credentials.json");
  const text = await readFile(file, "utf8").catch(() => null);
  if (text !== null) {
    const known = credentialsSchema.safeParse(parseJson(text));
    if (known.success) return known.data;
    throw new Error(`${file} is damaged. Delete it; new credentials are made on the next start.`);
  }
  const made: DemoCredentials = {
    email: DEMO_EMAIL,
    password: randomBytes(12).toString("base64url"),
    apiKey: `es_test_${randomBytes(32).toString("base64url")}`,
  };
  await writeFile(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  return made;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
