import type { Publication } from "@/lib/fitting/model-fit";
import type { PartMetrics } from "@/lib/fitting/soft-skills-parts";
import { fractionText } from "@/scoring/evaluation/figure-text";
import { ADDED_TERMS, publishedSoftSkills } from "@/scoring/fitting/soft-skills-prior";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import type { DimensionModel, SoftSkillsModel } from "@/scoring/models/model-schema";

export interface FitData {
  readonly interviews: number;
  readonly persons: number;
}

/** The card of a `soft-skills@` model: what it is, where its numbers come from, how good it is, and what it is not for. */
export function softSkillsCard(
  publication: Publication,
  model: SoftSkillsModel,
  parts: readonly PartMetrics[],
  data: FitData,
): string {
  return `${[
    `# ${publication.id}`,
    "",
    "Scores one spoken answer on communication, clarity, composure and empathy_signal, 0 to 100 each.",
    `Coefficients: \`../${publication.card.replace(/\.md$/, ".json")}\`. A published file is never edited; a change is a new version.`,
    "",
    ...form(model),
    ...fit(publication, parts, data),
    ...changes(model),
    ...ORIGINS,
    ...LIMITS,
  ].join("\n")}\n`;
}

function form(model: SoftSkillsModel): string[] {
  const named: (readonly [string, DimensionModel])[] = [
    ...DIMENSIONS.map((dimension) => [dimension, model.dimensions[dimension]] as const),
    ["clarity without words", model.noWords.clarity],
    ["composure without words", model.noWords.composure],
  ];
  const sum = ({ terms, acts }: DimensionModel) =>
    [...terms, ...acts].reduce((total, entry) => total + Math.abs(entry.weight), 0).toFixed(1);
  return [
    "## Form",
    "",
    "`raw = base + sum(W * y(x)) + sum(W * (1 - exp(-count / tau)))`, `exact = clip(a + b * raw, 0, 100)`, a = 0, b = 1.",
    "`y` is piecewise linear through the knots, constant outside, in -1 to +1; the last sum is over the helpful acts of",
    "empathy_signal. Each product is one row of the ledger. Two modes: `standard`, and `wording_only`, which drops pitch from",
    "composure and every term but words from empathy_signal.",
    "",
    "| part | base | model error | terms | acts | sum of weights |",
    "|---|---|---|---|---|---|",
    ...named.map(
      ([name, part]) =>
        `| ${name} | ${part.base} | ${part.sigmaModel} | ${part.terms.length} | ${part.acts.length} | ${sum(part)} |`,
    ),
    "",
  ];
}

function fit({ date, command }: Publication, parts: readonly PartMetrics[], data: FitData): string[] {
  return [
    "## Fit",
    "",
    `Fitted on ${date} with \`${command}\` on ${data.interviews} mock interviews of ${data.persons} native students (Naim et al. 2015, the part in`,
    "the folder `mit_interview`), rated 1 to 7 by nine judges: communication against the mean of RecommendHiring, EngagingTone",
    "and Engaged, clarity against StructuredAnswers and NoFillers, composure against Calm, NotStressed and NotAwkward.",
    "",
    "Only weights are fitted. Curves are those of 0.1.0. Bounded least squares: a weight keeps its sign, stays between half and",
    'twice its prior, and is pulled to it by ridge; loudness stays within 2 points, pitch within 3, variety of words within 3. The ridge, "leave the',
    'prior as it is" among the choices, is the strongest that agrees with participants left out within .01 of the best. A part is',
    "refitted only where that, ridge and all, agrees with participants left out better than the prior by more than .01. The sum",
    "of the refitted weights and the mean score of the interviews are kept.",
    "",
    "| part | weight measured | 0.1.0 | added terms, not fitted | refit, cross-validated | decision | this model, in sample |",
    "|---|---|---|---|---|---|---|",
    ...parts.map((part) => {
      const figures = [part.published, part.withAddedTerms, part.crossValidated]
        .map((r) => fractionText(r))
        .join(" | ");
      const ridge = part.decision === "refitted" ? `, ridge ${part.ridge}` : "";
      return `| ${part.part} | ${fractionText(part.weightPresent)} | ${figures} | ${part.decision}${ridge} | ${fractionText(part.inSample)} |`;
    }),
    "",
    "Figures are Pearson's r with the judges' mean, ungated, the weights of the measured terms standing for all. Cross-validated:",
    "no participant is judged by weights, ridge included, that were fitted on one of their two interviews. But the terms were added",
    "because of these same interviews: the columns of added terms and of the refit are flattering, by how much nobody knows, and",
    "are no figures for people not seen. docs/evaluation.md holds a cross-validation from the terms of 0.1.0 against the targets,",
    "with intervals, words a minute as baseline, and other data.",
    "",
    "empathy_signal is not refitted, although a refit agrees better with Friendly: that is an impression of the person, while the",
    "score counts helpful acts, which these questions hardly call for. Composure without words keeps its weights because the",
    "interviews measure less than half of them.",
    "",
  ];
}

function changes(model: SoftSkillsModel): string[] {
  const before = publishedSoftSkills();
  const rows = DIMENSIONS.flatMap((dimension) => {
    const old = new Map(before.dimensions[dimension].terms.map((term) => [term.term, term.weight]));
    return model.dimensions[dimension].terms
      .filter((term) => old.get(term.term) !== term.weight)
      .map((term) => `| ${dimension} | ${term.term} | ${old.get(term.term) ?? "-"} | ${term.weight} |`);
  });
  const added = Object.entries(ADDED_TERMS).flatMap(([dimension, terms]) =>
    terms.map((term) => `- ${dimension}, ${term.term} (\`${term.feature}\`): ${term.basis}.`),
  );
  return [
    "## What changed since 0.1.0",
    "",
    "| dimension | term | weight before | weight now |",
    "|---|---|---|---|",
    ...rows,
    "",
    "Where terms were added, the other weights fall by one factor, so that the sum of weights and the spread of scores stay, and",
    "the base is such that a median native delivery keeps its score. A refit moves weights from there.",
    "",
    "Added terms, and why:",
    "",
    ...added,
    "",
    "Clarity without words gets long pauses too.",
    "",
  ];
}

const ORIGINS = [
  "## Where the other numbers come from",
  "",
  "Every term carries its `basis`; norms carry their population and a tag: **S** published, **S*** published and quoted from",
  "memory, **M** measured on public data, **D** reasoned default. Directions are published or measured; nearly all knots, and the",
  "weights that no fit touched, are **D**. Weights of acts follow logistic coefficients on labelled supportive messages, moved",
  "towards service content. Without words, terms that need none keep their knots; silent pauses follow the fluency anchors of",
  "CEFR levels. Model errors are assumptions; jackknife over 15 s blocks, recognition, missing terms and noise come on top in",
  "quadrature, and the interval is 80 %.",
  "",
];

const LIMITS = [
  "## Limits",
  "",
  "- Fitted to few people of one kind: native students at one university in mock interviews. The interviews hold no audio; pauses",
  "  were estimated from Praat's table of voice breaks and mean pause. Terms that need audio keep their weights.",
  "- Composure is the weakest dimension: even human judges agree little on it (one judge against the others .30 to .44).",
  "- Long pauses now count in communication, clarity and composure, and fillers already did: the dimensions are not independent.",
  "- Speakers of a second language pause more. The share of silence is nearly flat up to .3 of the time; look at group",
  "  differences before a pass bar is set.",
  "- English only. In other languages scores are provisional and empathy_signal is withheld.",
  "- Acts are found by patterns of words: irony, indirect help and unusual wording are missed.",
  "- Voice quality, absolute pitch, spectrum, accent, names and recogniser confidence are never scoring inputs.",
  "- Meant to order and explain answers for a person who decides. Not meant to decide alone, nor for anything about a speaker's",
  "  state of mind.",
];
