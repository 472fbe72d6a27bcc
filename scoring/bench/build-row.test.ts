import { describe, expect, it } from "vitest";
import { buildRow } from "@/scoring/bench/build-row";

const own = { unit: "ms", runs: [10, 20, 30] } as const;
const peer = { name: "Praat 6", runs: [150, 160, 170], startMs: 70 };

describe("buildRow", () => {
  it("says how many times as fast as the peer's own work the median is, its start left out but shown", () => {
    const row = buildRow("f0.240s", { ...own, peer }, { kind: "at most", value: 20, timesPeer: 8 });
    expect(row).toMatchObject({ median: 20, target: 20, met: true, ratio: 8, ratioMet: true });
    expect(row.peer).toEqual({ name: "Praat 6", median: 160, min: 150, max: 170, withStart: 230 });
  });

  it("tells a missed target and a missed ratio apart", () => {
    const row = buildRow("f0.240s", { ...own, peer }, { kind: "at most", value: 25, timesPeer: 15 });
    expect(row).toMatchObject({ met: true, ratioMet: false });
    expect(buildRow("f0.240s", { ...own, peer }, { kind: "at most", value: 19, timesPeer: 2 })).toMatchObject({
      met: false,
      ratioMet: true,
    });
  });

  it("judges nothing where there is no target, and compares nothing where the peer is missing", () => {
    const row = buildRow("f0.30s", { ...own, peer: { missing: "Praat is not installed" } }, null);
    expect(row).toMatchObject({ target: null, met: null, peer: null, ratio: null, ratioMet: null });
    expect(row.peerMissing).toBe("Praat is not installed");
  });
});
