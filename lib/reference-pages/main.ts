import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { measuredPages } from "@/lib/reference-pages/measured-pages";
import { writtenPages } from "@/lib/reference-pages/written-pages";
import { staleMeasures } from "@/scoring/reference-pages/stale-measures";

/** Writes the pages that follow from the code, or with --check says which of all pages are stale; exits with 1 then. */
async function main(root: string, check: boolean): Promise<void> {
  const pages = await writtenPages(root);
  if (!check) {
    for (const { file, text } of pages) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
      process.stdout.write(`wrote ${file}\n`);
    }
    return;
  }
  const breaches: string[] = [];
  for (const { file, text } of pages) {
    const present = await readFile(path.join(root, file), "utf8").catch(() => null);
    if (present !== text) breaches.push(`${file} is stale: run "npm run docs".`);
  }
  breaches.push(...staleMeasures(await measuredPages(root)));
  for (const breach of breaches) process.stderr.write(`${breach}\n`);
  process.stdout.write(breaches.length === 0 ? "pages: none stale\n" : `pages: ${breaches.length} stale\n`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}

// npm and CI run in the root of the checkout.
await main(process.cwd(), process.argv.includes("--check"));
