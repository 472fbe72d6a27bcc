import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";

/** Results of slow measurements, kept between runs in one folder: a file each, named by what went into it. */
export interface KeptResults<Result> {
  /** The kept result of these ingredients; else measures, keeps and returns it. */
  get(ingredients: readonly string[], measure: () => Promise<Result>): Promise<Result>;
}

/**
 * `schema` reads what JSON brings back; a file that does not fit (an older form, cut short) is measured again. A file is
 * whole or absent, also when two commands run at once.
 */
export function keepResults<Result>(folder: string, schema: z.ZodType<Result>): KeptResults<Result> {
  return {
    async get(ingredients, measure) {
      const file = path.join(folder, `${hashIngredients(ingredients)}.json`);
      const kept = await readKept(file, schema);
      if (kept !== null) return kept;
      const result = await measure();
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}.${process.hrtime.bigint()}.tmp`;
      await writeFile(draft, JSON.stringify(result));
      await rename(draft, file);
      return result;
    },
  };
}

async function readKept<Result>(file: string, schema: z.ZodType<Result>): Promise<Result | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not there, or not JSON: the same to the caller.
    return null;
  }
}

function hashIngredients(ingredients: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(ingredients)).digest("hex").slice(0, 40);
}
