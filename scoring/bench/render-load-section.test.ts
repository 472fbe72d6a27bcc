import { expect, test } from "vitest";
import { buildRow } from "@/scoring/bench/build-row";
import { placeLoadSection, renderLoadSection } from "@/scoring/bench/render-load-section";

const machine = { cpu: "Test CPU", cores: 2, memoryGb: 24, os: "Linux x64", node: "20.20.2", loadBefore: 0.1 };
const rows = [
  buildRow("accept.rps", { unit: "/s", runs: [161] }, { kind: "at least", value: 150, timesPeer: null }),
  buildRow("rate_limit", { unit: "requests", runs: [501] }, { kind: "exactly", value: 500, timesPeer: null }),
];

test("each row stands with its target and whether it is kept; what is not measured is named", () => {
  const section = renderLoadSection({ machine, rows }, ["accept.rps", "rate_limit", "drain"]);
  expect(section).toContain("| `accept.rps` | 161 /s | ≥ 150 /s ✓ |");
  expect(section).toContain("| `rate_limit` | 501 requests | = 500 requests ✗ |");
  expect(section).toContain("Not measured yet: `drain`.");
});

test("a section takes the place of the one before, and leaves the rest of the page alone", () => {
  const page = "# Performance\n\ntable\n\n## How it is measured\n\n- rows\n";
  const once = placeLoadSection(page, renderLoadSection(null, ["drain"]));
  expect(once).toMatch(/table\n\n## Under load[^]*`drain`\.\n\n## How it is measured\n\n- rows\n$/);
  const twice = placeLoadSection(once, renderLoadSection({ machine, rows }, ["accept.rps"]));
  expect(twice.match(/## Under load/g)).toHaveLength(1);
  expect(twice.replace(/## Under load[^]*?(?=## How)/, "")).toBe(page);
});
