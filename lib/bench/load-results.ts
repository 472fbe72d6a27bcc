import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { BenchMachine, BenchRow } from "@/scoring/bench/bench-row";
import { TARGET_KINDS } from "@/scoring/bench/bench-row";
import { type LoadReport, placeLoadSection, renderLoadSection } from "@/scoring/bench/render-load-section";

const RESULTS = "docs/performance-load.json";
const PAGE = "docs/performance.md";

const rowSchema = z.object({
  name: z.string(),
  unit: z.enum(["ms", "MB", "s", "/s", "/core hour", "requests", "%"]),
  ...{ median: z.number(), min: z.number(), max: z.number() },
  ...{ target: z.number().nullable(), targetKind: z.enum(TARGET_KINDS).nullable(), met: z.boolean().nullable() },
  ...{ peer: z.null(), peerMissing: z.null(), ratio: z.null(), targetRatio: z.null(), ratioMet: z.null() },
});
const machineSchema = z.object({
  ...{ cpu: z.string(), cores: z.number(), memoryGb: z.number(), os: z.string(), node: z.string() },
  loadBefore: z.number(),
});
const reportSchema = z.object({ machine: machineSchema, rows: z.array(rowSchema) });

/** What was measured last of each row; null where nothing was. */
export async function readLoadResults(root: string): Promise<LoadReport | null> {
  const text = await readFile(path.join(root, RESULTS), "utf8").catch(() => null);
  return text === null ? null : reportSchema.parse(JSON.parse(text));
}

/** Keeps new measurements beside those of other rows on the same machine, and writes the page's section. @returns its name */
export async function keepLoadResults(
  root: string,
  machine: BenchMachine,
  measured: readonly BenchRow[],
  names: readonly string[],
): Promise<string> {
  const before = await readLoadResults(root);
  const sameMachine = before?.machine.cpu === machine.cpu && before.machine.cores === machine.cores;
  const others = sameMachine ? before.rows.filter(({ name }) => !measured.some((row) => row.name === name)) : [];
  const report = reportSchema.parse({ machine, rows: [...others, ...measured] });
  await writeFile(path.join(root, RESULTS), `${JSON.stringify(report, null, 2)}\n`);
  const page = await readFile(path.join(root, PAGE), "utf8").catch(() => "# Performance\n");
  await writeFile(path.join(root, PAGE), placeLoadSection(page, renderLoadSection(report, names)));
  return PAGE;
}
