import type { RowOutcome } from "@/lib/evaluation/metamorphic/row-outcomes";
import type { ChangesResult, VariantResult } from "@/lib/evaluation/metamorphic/run-changes";
import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";
import { fractionText } from "@/scoring/evaluation/figure-text";
import type { ChangeLimit } from "@/scoring/evaluation/metamorphic/change-limits";
import { summariseCell } from "@/scoring/evaluation/metamorphic/summarise-cell";
import type { WorstCell } from "@/scoring/evaluation/metamorphic/summarise-changes";
import type { ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

export interface MetamorphicCoverage {
  /** Speakers that were chosen, those of them whose words could be aligned, and whose unchanged answers have a score. */
  readonly asked: number;
  readonly aligned: number;
  readonly scored: ChangesResult["scored"];
}

/** The set's part of docs/evaluation.md. */
export function metamorphicSection(
  outcomes: readonly RowOutcome[],
  variants: readonly VariantResult[],
  { asked, aligned, scored }: MetamorphicCoverage,
): ReportSection {
  const scoredText = DIMENSIONS.map((dimension) => `${label(dimension)} ${scored[dimension]}`).join(", ");
  return {
    title: "Metamorphic tests: one thing about an answer changed",
    paragraphs: [
      `Speakers of speechocean762, adults and children: their sentences joined to an answer of about a minute, scored to a question made of its own words, before and after a change to the sound or the words. The sound is analysed anew; word times are kept (or moved exactly), so that scoring is tested and not the aligner. What is measured on a minute moves more than on the four minutes that the product asks for.`,
      `Coverage: ${asked} speakers asked for, ${aligned} whose words could be aligned, one answer each; unchanged answers with a score: ${scoredText}. Differences are of exact scores in points of 100, of dimensions that were scored both times; n counts them over dimensions and variants, which are not independent.`,
      'Limits are held in every dimension and variant by itself. "Worst mean" and "worst single" name the dimension and variant where the figure that the limit looks at is worst: the distance (rows with a mean and a largest), the rise (rows where scores must fall or may not rise; negative: everybody fell by at least that), or the loss of standard error (10 dB noise; negative: it widened by at least that). At 10 dB a dimension that uses words alone would be left out; all four use sound, empathy signal by pitch.',
      'Pitch and formants are moved by a phase vocoder and resampling at the same timing; "vocoder" shows what that does by itself. Fillers are written and put into the sound as held vowels; the off-topic tail repeats the sound of the answer with the words of another; stock phrases borrow the sound of as many words of the answer. Voices: one bundled answer of our own text, each phrase spoken by ten synthesised voices (five accents and two sexes, flite and espeak-ng) and stretched to the same place and length, with the same timed words; distances are between every two voices. Words inside a phrase may still begin a little earlier or later.',
      "These speakers and these measures were looked at while the scoring was made, so the table says what the product does today and is no proof on unseen people.",
    ],
    tables: [limitTable(outcomes), detailTable(outcomes, variants)],
    charts: [],
  };
}

function limitTable(outcomes: readonly RowOutcome[]): ReportTable {
  return {
    caption: "Changes and their limits",
    columns: ["change", "speakers", "n", "worst mean", "worst single", "limit", "withheld / newly scored", "held"],
    rows: outcomes.map((outcome) => {
      const { row } = outcome;
      if (!outcome.measured) {
        return [row.title, "-", "-", "-", "-", limitText(row.limit, null), "-", `not evaluated: ${outcome.reason}`];
      }
      const { n, answers, mean, max, withheld, appeared, held, share } = outcome;
      const cells = [row.oneAnswer === true ? "one answer" : String(answers), String(n), worst(mean), worst(max)];
      const verdict = held === null ? "no limit" : held ? "yes" : "**no**";
      return [row.title, ...cells, limitText(row.limit, share), `${withheld} / ${appeared}`, verdict];
    }),
  };
}

function worst(cell: WorstCell | null): string {
  return cell === null ? "-" : `${fractionText(cell.value)} (${label(cell.dimension)}, ${cell.variant})`;
}

function limitText(limit: ChangeLimit, share: number | null): string {
  const kept = share === null ? "" : ` (in ${Math.round(100 * share)} %)`;
  switch (limit.kind) {
    case "distance":
      return limit.mean === null ? "none" : `mean ${limit.mean}, largest ${limit.max}`;
    case "fall": {
      const range = limit.least > 0 ? ` by ${limit.least}-${limit.most}` : "";
      return `${limit.dimensions.map(label).join(" and ")} must fall${range}${kept}`;
    }
    case "rise": {
      const all = limit.dimensions.length === DIMENSIONS.length;
      return `${all ? "no score" : limit.dimensions.map(label).join(" and ")} rises by more than ${limit.most}${kept}`;
    }
    case "widened":
      return `every score withheld, or its standard error larger by more than .05${kept}`;
  }
}

function detailTable(outcomes: readonly RowOutcome[], variants: readonly VariantResult[]): ReportTable {
  const rows = variants.flatMap(({ change, answers, changes }) => {
    const row = outcomes.find((outcome) => outcome.row.name === change.row)?.row;
    if (row === undefined) return [];
    const cells = DIMENSIONS.map((dimension) => {
      const own = changes.filter((each) => each.dimension === dimension);
      const { n, signed, lowest, highest } = summariseCell(row.limit, change.variant, dimension, own);
      return n === 0 ? "-" : `${fractionText(signed)} (${fractionText(lowest)} to ${fractionText(highest)})`;
    });
    return [[row.title, change.variant, row.oneAnswer === true ? "one" : String(answers), ...cells]];
  });
  return {
    caption: "Mean change by dimension, with the lowest and the highest in brackets",
    columns: ["change", "variant", "answers", ...DIMENSIONS.map(label)],
    rows,
  };
}

function label(dimension: Dimension): string {
  return dimension.replaceAll("_", " ");
}
