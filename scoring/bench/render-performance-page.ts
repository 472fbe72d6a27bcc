import type { BenchMachine, BenchRow, SkippedRow, TargetKind } from "@/scoring/bench/bench-row";
import { formatMeasure, formatRatio } from "@/scoring/bench/format-measure";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";
import { knownCost } from "@/scoring/bench/known-costs";

/** What a whole bench found. */
export interface BenchReport {
  readonly machine: BenchMachine;
  readonly rows: readonly BenchRow[];
  readonly skipped: readonly SkippedRow[];
}

const INTRODUCTION = `# Performance

Made by \`npm run bench\`; do not edit. Medians of five runs after warm-up, wall-clock time, one row after the other.
Memory is judged by the largest of its runs. The answer is a bundled one, repeated to the length in the row's name.`;

const HOW = `## How it is measured

- **decode**: a file to 16 kHz mono samples in the warm decoding process and back, as the worker does it. ffmpeg converts
  the same file to the same rate and throws the samples away; the start of its process is measured on 10 ms of sound and
  taken off (the column beside shows it with the start).
- **acoustics**: samples to everything that is kept of the sound. Praat computes pitch and intensity alone, timed by its
  own stopwatch, without start and reading of the file.
- **f0**: fundamental frequency alone, at settings equal to Praat's.
- **acoustics.memory**: highest resident memory of one pass in a fresh process, above what was there with the samples.
- **score.from_artifacts**: stored tables to scores, errors and ledger, in a warm process; each run is the mean of
  twenty answers.
- **alignment**: the times of a plain text's words in the recording.
- **post.audio_transcript**: POST with a recording and timed words to the answer with its result, one request at a time,
  on the production build with its own database.
- **rescore.3000**: 3,000 stored answers of 240 s in memory, one core. Another role or bar reads each stored result from
  its JSON, evidence and all, and rolls it up; another model version (\`.model\`) reads the stored tables from their JSON, measures all
  features and judges them. It is one answer 3,000 times, so what is remembered of words is always at hand. The database is
  not part of it.

Peers have one core where the row says so. The engine's acoustics, F0 and scoring are one thread; decoding and alignment run
in a process of their own beside the one that waits for them.`;

/** docs/performance.md: facts without a date, so that the same numbers give the same file. */
export function renderPerformancePage({ machine, rows, skipped }: BenchReport): string {
  const { cpu, cores, memoryGb, os, node, loadBefore } = machine;
  const load = `The load before the first row was ${loadBefore.toFixed(1)} (processes that wanted to run, mean of one minute).`;
  const sections = [
    INTRODUCTION,
    `Machine: ${cpu}, ${cores} cores, ${memoryGb} GB of memory, ${os}, Node ${node}. ${load}`,
    table(rows),
    missed(rows),
    growth(rows),
    notMeasured(rows, skipped),
    HOW,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function table(rows: readonly BenchRow[]): string {
  const head = "| row | median | min | max | target | peer | peer's median (with start) | times as fast |";
  const lines = rows.map((row) => {
    const { name, unit, median, min, max, target, targetKind, met, peer, ratio, targetRatio } = row;
    const cells = [
      `\`${name}\``,
      ...[median, min, max].map((value) => formatMeasure(value, unit)),
      target === null ? "" : `${signOf(targetKind)} ${formatMeasure(target, unit)} ${met === true ? "✓" : "✗"}`,
      peer?.name ?? "",
      peer ? `${formatMeasure(peer.median, unit)} (${formatMeasure(peer.withStart, unit)})` : "",
      ratio === null ? "" : `${formatRatio(ratio)}${targetRatio === null ? "" : `, target ${targetRatio}`}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [head, "|---|---|---|---|---|---|---|---|", ...lines].join("\n");
}

const SIGNS: Readonly<Record<TargetKind, string>> = { "at most": "≤", "at least": "≥", exactly: "=" };
const signOf = (kind: TargetKind | null): string => (kind === null ? "" : SIGNS[kind]);

function missed(rows: readonly BenchRow[]): string {
  const why = (name: string): string => {
    const cost = knownCost(name);
    return cost === null ? "" : ` ${cost}`;
  };
  const lines = rows.flatMap(({ name, unit, median, target, met, ratio, targetRatio, ratioMet }) => [
    ...(met === false && target !== null
      ? [`- \`${name}\`: ${formatMeasure(median, unit)}, target ${formatMeasure(target, unit)}.${why(name)}`]
      : []),
    ...(ratioMet === false && ratio !== null && targetRatio !== null
      ? [
          `- \`${name}\`: ${formatRatio(ratio)} as fast as the peer, target ${formatRatio(targetRatio)}.${met === false ? "" : why(name)}`,
        ]
      : []),
  ]);
  return lines.length === 0 ? "Every target is met." : ["## Missed", "", ...lines].join("\n");
}

/** The rows that are measured at every length. */
const GROWING = [
  ...["decode.mp3", "acoustics", "f0", "acoustics.memory"],
  ...["alignment", "score.from_artifacts", "post.audio_transcript"],
];

/** Cost per second of sound at each length: a flat line is linear growth. */
function growth(rows: readonly BenchRow[]): string {
  const lines = GROWING.flatMap((kind) => {
    const cells = GROWTH_SECONDS.map((seconds) => {
      const row = rows.find(({ name }) => name === `${kind}.${seconds}s` || (seconds === 240 && name === kind));
      return row && `${formatMeasure(row.median, row.unit)} (${formatMeasure(row.median / seconds, row.unit)})`;
    });
    return cells.every((cell) => cell !== undefined) ? [`| ${kind} | ${cells.join(" | ")} |`] : [];
  });
  if (lines.length === 0) return "";
  const head = `| | ${GROWTH_SECONDS.map((seconds) => `${seconds} s`).join(" | ")} |`;
  const rule = `|---|${GROWTH_SECONDS.map(() => "---").join("|")}|`;
  const text =
    "The median, and in brackets what one second of sound costs: the same at every length where cost is linear.";
  return ["## How cost grows", "", text, "", head, rule, ...lines].join("\n");
}

function notMeasured(rows: readonly BenchRow[], skipped: readonly SkippedRow[]): string {
  const lines = [
    ...skipped.map(({ name, reason }) => `- \`${name}\`: ${reason}.`),
    ...rows.flatMap(({ name, peerMissing }) =>
      peerMissing === null ? [] : [`- peer of \`${name}\`: ${peerMissing}.`],
    ),
  ];
  return lines.length === 0 ? "" : ["## Not measured here", "", ...lines].join("\n");
}
