import type { VariantResult } from "@/lib/evaluation/metamorphic/run-changes";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import type { ChangeLimit } from "@/scoring/evaluation/metamorphic/change-limits";
import { summariseChanges, type ChangeSummary } from "@/scoring/evaluation/metamorphic/summarise-changes";
import { fractionText } from "@/scoring/evaluation/figure-text";
import type { ReportSection, ReportTable } from "@/scoring/evaluation/report-section";

/** The set's part of docs/evaluation.md. */
export function metamorphicSection(
  summaries: readonly ChangeSummary[],
  variants: readonly VariantResult[],
  answers: number,
): ReportSection {
  return {
    title: "Metamorphic tests: one thing about an answer changed",
    paragraphs: [
      `${answers} speakers of speechocean762, adults and children: their sentences joined to an answer of about a minute, scored to a question made of its own words, before and after a change to the sound or the words. The sound is analysed anew; word times are kept (or moved exactly), so that scoring is tested and not the aligner. Differences are of exact scores in points of 100, of dimensions that were scored both times. What is measured on a minute moves more than on the four minutes that the product asks for.`,
      'Pitch and formants are moved by a phase vocoder and resampling at the same timing; "vocoder" shows what that does by itself. Fillers are written and put into the sound as held vowels; the off-topic tail repeats the sound of the answer with the words of another; stock phrases borrow the sound of as many words of the answer. Voices: a bundled answer of our own text, each phrase spoken by ten synthesised voices (five accents and two sexes, flite and espeak-ng) and stretched to the same place and length, with the same timed words; distances are from the mean over the voices. Words inside a phrase may still begin a little earlier or later.',
      "These speakers and these measures were looked at while the scoring was made, so the table says what the product does today and is no proof on unseen people.",
    ],
    tables: [limitTable(summaries), detailTable(summaries, variants)],
    charts: [],
  };
}

function limitTable(summaries: readonly ChangeSummary[]): ReportTable {
  return {
    caption: "Changes and their limits",
    columns: ["change", "n", "mean distance", "largest", "mean change", "limit", "withheld / newly scored", "held"],
    rows: summaries.map(({ row, n, mean, max, signed, withheld, appeared, held, share }) => [
      row.title,
      String(n),
      fractionText(mean),
      fractionText(max),
      fractionText(signed),
      limitText(row.limit, share),
      `${withheld} / ${appeared}`,
      held ? "yes" : "**no**",
    ]),
  };
}

function limitText(limit: ChangeLimit, share: number | null): string {
  const kept = share === null ? "" : ` (in ${Math.round(100 * share)} %)`;
  switch (limit.kind) {
    case "distance":
      return limit.mean === null ? "none" : `mean ${limit.mean}, largest ${limit.max}`;
    case "fall": {
      const range = limit.least > 0 ? ` by ${limit.least}-${limit.most}` : "";
      return `${limit.dimensions.join(" and ")} must fall${range}${kept}`;
    }
    case "rise": {
      const who = limit.dimensions.length === DIMENSIONS.length ? "no score" : limit.dimensions.join(" and ");
      return `${who} rises by more than ${limit.most}${kept}`;
    }
    case "widened":
      return `every score withheld, or given with a standard error at least as large${kept}`;
  }
}

function detailTable(summaries: readonly ChangeSummary[], variants: readonly VariantResult[]): ReportTable {
  const rows = variants.flatMap(({ change, answers, changes }) => {
    const row = summaries.find((summary) => summary.row.name === change.row)?.row;
    if (row === undefined) return [];
    const { byDimension } = summariseChanges(row, changes);
    const cells = DIMENSIONS.map((dimension) => {
      const { n, signed, max } = byDimension[dimension];
      return n === 0 ? "-" : `${fractionText(signed)} (${fractionText(max)})`;
    });
    return [[row.title, change.variant, String(answers), ...cells]];
  });
  return {
    caption: "Mean change and largest distance by dimension",
    columns: ["change", "variant", "answers", ...DIMENSIONS.map((dimension) => dimension.replaceAll("_", " "))],
    rows,
  };
}
