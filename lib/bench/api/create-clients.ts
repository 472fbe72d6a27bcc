import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { ApplicationClient } from "@/lib/bench/api/application-client";
import { inheritedEnvironment } from "@/lib/config/inherited-environment";

const run = promisify(execFile);
const organizationSchema = z.object({ organization_id: z.string() });
const keySchema = z.object({ key: z.string() });

/**
 * Clients of the running application, each with a live key, made as whoever runs it makes them: `npm run admin`.
 *
 * @param settings DATABASE_URL and DATA_DIR of the application
 */
export async function createClients(
  root: string,
  settings: Readonly<Record<string, string>>,
  { url, count, credits }: { readonly url: string; readonly count: number; readonly credits: number },
): Promise<readonly ApplicationClient[]> {
  const admin = async (...command: readonly string[]): Promise<unknown> => {
    const program = path.join(root, "scripts", "admin.mjs");
    const { stdout } = await run(process.execPath, [program, ...command, "--json"], {
      cwd: root,
      env: inheritedEnvironment(settings),
    });
    return JSON.parse(stdout);
  };
  const clients: ApplicationClient[] = [];
  for (let i = 1; i <= count; i++) {
    const made = await admin("create-organization", `Load ${i}`, "--credits", String(credits));
    const { organization_id: id } = organizationSchema.parse(made);
    const { key } = keySchema.parse(await admin("create-key", id, "--name", "Load"));
    clients.push({ url, apiKey: key });
  }
  return clients;
}
