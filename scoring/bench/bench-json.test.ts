import { describe, expect, it } from "vitest";
import { toBenchJson } from "@/scoring/bench/bench-json";
import { buildRow } from "@/scoring/bench/build-row";

const machine = { cpu: "Test CPU", cores: 2, memoryGb: 24, os: "Linux x64", node: "20.20.2", loadBefore: 0.1 };

describe("toBenchJson", () => {
  it("names every row's parts as the commands' description does", () => {
    const peer = { name: "ffmpeg 5.1.9", runs: [300], startMs: 40 };
    const row = buildRow(
      "decode.mp3.240s",
      { unit: "ms", runs: [150, 100, 200.004], peer },
      { kind: "at most", value: 250, timesPeer: 1 },
    );
    expect(toBenchJson(machine, [row], [{ name: "alignment.240s", reason: "no model" }])).toEqual({
      machine: { cpu: "Test CPU", cores: 2, memory_gb: 24, os: "Linux x64", node: "20.20.2", load_before: 0.1 },
      rows: [
        {
          ...{
            name: "decode.mp3.240s",
            unit: "ms",
            median: 150,
            min: 100,
            max: 200,
            target: 250,
            target_kind: "at most",
            met: true,
          },
          peer: { name: "ffmpeg 5.1.9", median: 300, min: 300, max: 300, with_start: 340 },
          ...{ ratio: 2, target_ratio: 1, ratio_met: true },
        },
      ],
      skipped: [{ name: "alignment.240s", reason: "no model" }],
    });
  });

  it("writes null for a peer that is missing, with the reason", () => {
    const row = buildRow("f0.30s", { unit: "ms", runs: [7], peer: { missing: "Praat is not installed" } }, null);
    expect(toBenchJson(machine, [row], [])).toMatchObject({
      rows: [{ target: null, met: null, peer: null, ratio: null, peer_missing: "Praat is not installed" }],
    });
  });
});
