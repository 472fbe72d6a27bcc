import type { Publication } from "@/lib/fitting/model-fit";
import type { LevelMetrics, ReadSpeechMetrics } from "@/lib/fitting/read-speech-metrics";
import type { ScorecardCoefficients } from "@/scoring/read-speech/read-speech-scorecard";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

const LEVEL_LABELS = {
  utterance: "sentences",
  speaker: "speakers",
  adults_utterance: "sentences of adults",
  adults_speaker: "adult speakers",
} as const;
const LEVELS = ["utterance", "speaker", "adults_utterance", "adults_speaker"] as const;
const SCALES = ["fluency", "prosody"] as const;

/** The card of a `read-speech@` model: what it is, where its numbers come from, how good it is, and what it is not for. */
export function readSpeechCard(
  { id, date, command, card }: Publication,
  coefficients: ScorecardCoefficients,
  metrics: ReadSpeechMetrics,
): string {
  return `${[
    `# ${id}`,
    "",
    "Judges single English sentences read from a text, fluency and prosody, 0 to 100 each: the benchmark against five",
    "experts of speechocean762. It has no gates: every sentence gets a score. Never used on interview answers.",
    `Coefficients: \`../${card.replace(/\.md$/, ".json")}\`. A published file is never edited; a change is a new version.`,
    "",
    "## Data and fit",
    "",
    `- Fitted on ${date} with \`${command}\` on ${metrics.utterances} sentences of ${metrics.speakers} speakers (Mandarin`,
    "  first language, half of them children): the part of speechocean762 (CC BY 4.0) in the folder `so762_train`.",
    "- Target: the mean of five experts, times ten. Bounded least squares on hinge bases with a light ridge; every term is",
    "  monotone in the direction stated below. Knots lie at the 3rd, 33rd, 67th and 97th percentile of the values.",
    "- Neither age nor gender nor anything of the speaker's other sentences is an input.",
    "",
    "## Form",
    "",
    "`score = clip(base + sum of curves)`. Each curve is piecewise linear with mean 0, so that the base is the average score",
    "and a term that could not be measured counts as average.",
    "",
    ...termTable(coefficients),
    "",
    `Base: fluency ${coefficients.scales.fluency.base}, prosody ${coefficients.scales.prosody.base}.`,
    "",
    ...agreementTables(metrics),
    ...LIMITS,
  ].join("\n")}\n`;
}

function termTable({ scales }: ScorecardCoefficients): string[] {
  const spread = (scale: "fluency" | "prosody", feature: string): string => {
    const points = scales[scale].terms.find((term) => term.feature === feature)?.knots.map(([, y]) => y) ?? [0];
    return (Math.max(...points) - Math.min(...points)).toFixed(1);
  };
  return [
    "| term | feature | unit | better when | points, fluency | points, prosody | basis |",
    "|---|---|---|---|---|---|---|",
    ...UTTERANCE_FEATURES.map(
      ({ id, label, unit, shape, basis }) =>
        `| ${label} | \`${id}\` | ${unit} | ${shape === "rising" ? "higher" : "lower"} | ${spread("fluency", id)} | ${spread("prosody", id)} | ${basis} |`,
    ),
    "",
    "Points: from the worst to the best end of the curve.",
  ];
}

function agreementTables({ agreement, gender, without }: ReadSpeechMetrics): string[] {
  const rows = SCALES.flatMap((scale) =>
    LEVELS.map((level) => `| ${scale} | ${LEVEL_LABELS[level]} | ${figures(agreement[scale][level]).join(" | ")} |`),
  );
  const gaps = SCALES.map((scale) => {
    const gap = gender[scale];
    return gap === null ? `${scale}: not known` : `${scale} ${signed(gap.model - gap.experts)}`;
  });
  return [
    "## Agreement with the experts",
    "",
    "Cross-validated: every speaker is judged by models that were fitted, norms and knots included, on other speakers",
    "(10 folds, three times). r and Align15 against the mean of the five, r (median) against the official label.",
    "",
    "| scale | unit | n | r | r (median) | Align15, % | Skill |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "Women less men among adults, beyond the experts' own difference, in standard deviations of the experts' scores:",
    `${gaps.join("; ")}.`,
    "",
    "What is lost without one term (r over sentences; terms share much of what they say):",
    "",
    "| without | fluency | prosody |",
    "|---|---|---|",
    ...without.map(({ feature, fluency, prosody }) => `| \`${feature}\` | ${decimal(fluency)} | ${decimal(prosody)} |`),
    "",
  ];
}

function figures(level: LevelMetrics | null): string[] {
  if (level === null) return ["0", "-", "-", "-", "-"];
  const { n, r, r_median, align15, skill } = level;
  return [String(n), decimal(r), decimal(r_median), decimal(align15, 1), decimal(skill, 2)];
}

function decimal(value: number | null, digits = 3): string {
  return value === null ? "-" : value.toFixed(digits);
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`;
}

const LIMITS = [
  "## Limits",
  "",
  "- Read sentences of Mandarin speakers only; nothing is known about other first languages or about free speech.",
  "- Children are judged far less well than adults: the experts spread them less, and the acoustic model (telephone English",
  "  of adults) knows their voices less.",
  "- Two terms are likelihoods of an acoustic model, so noise, room and microphone move them. They are allowed here and",
  "  never in `soft-skills@`.",
  "- The terms, not their numbers, were chosen while looking at cross-validated figures of the same speakers: expect",
  "  somewhat lower figures on unseen ones.",
  "- Differences between groups of this size (some 30 adults) are uncertain by about a tenth of a standard deviation.",
];
