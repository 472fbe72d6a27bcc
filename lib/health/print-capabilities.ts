import { type Capability, describeCapabilities } from "@/lib/health/capabilities";
import { collectCapabilityFacts } from "@/lib/health/collect-capability-facts";

const MARKS: Readonly<Record<Capability["state"], string>> = { works: "✓", limited: "~", off: "–" };

// Run by scripts/doctor.mjs, which bundles it.
const capabilities = describeCapabilities(await collectCapabilityFacts());
const output = process.argv.includes("--json") ? JSON.stringify({ capabilities }, null, 2) : table(capabilities);
process.stdout.write(`${output}\n`);

function table(rows: readonly Capability[]): string {
  const width = Math.max(...rows.map((row) => row.label.length));
  return rows
    .flatMap(({ label, state, detail, action }) => [
      `${MARKS[state]} ${label.padEnd(width)}  ${detail}`,
      ...(action === null ? [] : [`  ${" ".repeat(width)}  → ${action}`]),
    ])
    .join("\n");
}
