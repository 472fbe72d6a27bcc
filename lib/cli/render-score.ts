import type { SoftSkillsScoreJson } from "@/lib/assessments/serializers";
import type { CommandOutput } from "@/lib/cli/command-outcome";
import { formatValue } from "@/lib/cli/format-value";
import { renderLedger } from "@/lib/cli/render-ledger";
import { fit, terminalStyle, wrap, type TerminalStyle } from "@/lib/cli/terminal-style";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";

const VERDICT_TEXT: Readonly<Record<SoftSkillsScoreJson["verdict"], string>> = {
  pass: "at or above the bar",
  review: "for a person to decide",
  below_bar: "below the bar",
  not_scored: "nothing could be judged",
};

/** The result of `npm run score` for people: overall, four ledgers, measurements. Ends with a line break. */
export function renderScore(
  score: SoftSkillsScoreJson,
  options: Pick<CommandOutput, "colour" | "columns"> & { readonly timings: boolean },
): string {
  const style = terminalStyle(options.colour);
  const sections = [
    overall(score, style, options.columns),
    ...DIMENSIONS.map((dimension) => renderLedger(score, dimension, style, options.columns)),
    measurements(score, style),
    ...(options.timings ? [timings(score, style)] : []),
    style.dim(`${score.model} · norms ${score.pins.norms} · input ${score.pins.input.slice(0, 12)}`),
  ];
  return `${sections.join("\n\n")}\n`;
}

function overall(score: SoftSkillsScoreJson, style: TerminalStyle, columns: number): string {
  const { benchmark, audio } = score;
  const number =
    score.overall_score === null ? style.warn("no overall score") : style.bold(String(score.overall_score));
  const percentile = score.benchmark_percentile === null ? "" : ` · percentile ${score.benchmark_percentile}`;
  const bar = `bar ${benchmark.bar}`;
  const reasons = score.verdict_reasons.length > 0 ? ` (${score.verdict_reasons.join(", ")})` : "";
  const speech = `${(audio.speech_ms / 1_000).toFixed(1)} s of speech in ${(audio.duration_ms / 1_000).toFixed(1)} s`;
  const snr = audio.snr_db === null ? "" : `, ${audio.snr_db} dB above the noise`;
  const words = score.transcript ? `words ${score.transcript.source} (${score.transcript.language})` : "no words";
  const lines = [
    `${style.bold("Overall")} for ${score.role_benchmark}  ${number}${percentile} · ${bar}`,
    `  ${wrap(`${VERDICT_TEXT[score.verdict]}${reasons}`, columns - 2, "  ")}`,
    style.dim(`  ${audio.container} · ${speech}${snr} · ${words}`),
    ...audio.warnings.map((warning) => `  ${style.warn("!")} ${wrap(warning, columns - 4, "    ")}`),
  ];
  return lines.join("\n");
}

function measurements(score: SoftSkillsScoreJson, style: TerminalStyle): string {
  const lines = Object.entries(score.measurements).map(([name, measurement]) => {
    const label = fit(name.replaceAll("_", " "), 34);
    if (measurement.value === null) return style.dim(`  ${label} not measured (${measurement.reason})`);
    const norm = measurement.norm ? style.dim(`norm ${formatValue(measurement.norm.mean)}`) : "";
    return `  ${label} ${fit(`${formatValue(measurement.value)} ${measurement.unit}`, 24)} ${norm}`.trimEnd();
  });
  return [style.bold("Measurements"), ...lines].join("\n");
}

function timings(score: SoftSkillsScoreJson, style: TerminalStyle): string {
  const stages = Object.entries(score.timings_ms).map(
    ([stage, ms]) => `  ${fit(stage, 12)} ${String(ms).padStart(6)} ms`,
  );
  return [style.bold("Timings"), ...stages].join("\n");
}
