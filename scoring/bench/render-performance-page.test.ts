import { describe, expect, it } from "vitest";
import { BENCH_TARGETS } from "@/scoring/bench/bench-targets";
import type { Measured } from "@/scoring/bench/bench-row";
import { buildRow } from "@/scoring/bench/build-row";
import { renderPerformancePage } from "@/scoring/bench/render-performance-page";

const machine = { cpu: "Test CPU", cores: 2, memoryGb: 24, os: "Linux x64", node: "20.20.2", loadBefore: 0.1 };
const row = (name: string, measured: Omit<Measured, "unit">) =>
  buildRow(name, { unit: "ms", ...measured }, BENCH_TARGETS[name] ?? null);

describe("renderPerformancePage", () => {
  it("lists each missed target and each missed ratio, and only those", () => {
    const peer = { name: "Praat 6", runs: [800], startMs: 70 };
    const rows = [
      row("f0.240s", { runs: [100], peer }),
      row("score.from_artifacts", { runs: [9.5] }),
      row("acoustics.240s", { runs: [90], peer }),
    ];
    const page = renderPerformancePage({ machine, rows, skipped: [] });
    const missed = page.slice(page.indexOf("## Missed"), page.indexOf("## How it is measured"));
    expect(missed.trim().split("\n").slice(2)).toEqual([
      "- `f0.240s`: 100 ms, target 80 ms.",
      "- `f0.240s`: 8.00 x as fast as the peer, target 15.0 x.",
    ]);
  });

  it("says where the time of a missed row goes, where that is known", () => {
    const page = renderPerformancePage({ machine, rows: [row("alignment.240s", { runs: [9_640] })], skipped: [] });
    expect(page).toMatch(/- `alignment.240s`: 9,640 ms, target 8,000 ms\. One Viterbi search/);
  });

  it("shows what a second of sound costs at every length", () => {
    const rows = [30, 60, 240, 900].map((seconds) => row(`f0.${seconds}s`, { runs: [seconds / 4] }));
    const page = renderPerformancePage({ machine, rows, skipped: [] });
    expect(page).toContain("| f0 | 7.50 ms (0.25 ms) | 15 ms (0.25 ms) | 60 ms (0.25 ms) | 225 ms (0.25 ms) |");
  });

  it("says why a row or a peer is not there", () => {
    const rows = [row("f0.30s", { runs: [7], peer: { missing: "Praat is not installed" } })];
    const page = renderPerformancePage({ machine, rows, skipped: [{ name: "decode.mp3.240s", reason: "no ffmpeg" }] });
    expect(page).toContain("- `decode.mp3.240s`: no ffmpeg.");
    expect(page).toContain("- peer of `f0.30s`: Praat is not installed.");
  });
});
