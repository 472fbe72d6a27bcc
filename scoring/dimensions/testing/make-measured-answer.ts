import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import type { MeasuredAnswer } from "@/scoring/dimensions/score-dimension";
import { unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import type { DimensionModel, ModelAct, ModelTerm, SoftSkillsModel } from "@/scoring/models/model-schema";

const BLOCK_MS = 15_000;

/** The model that tests of dimensions judge by. */
export function testModel(): SoftSkillsModel {
  const model = findModel("soft-skills@0.1.0");
  if (model === null) throw new Error("soft-skills@0.1.0 is not in the catalogue");
  return model;
}

/** All terms and acts of all dimension models in a model, those for answers without words included. */
export function allEntries(model: SoftSkillsModel): (ModelTerm | ModelAct)[] {
  const dimensionModels: DimensionModel[] = [...Object.values(model.dimensions), ...Object.values(model.noWords)];
  return dimensionModels.flatMap((dimension) => [...dimension.terms, ...dimension.acts]);
}

/** Facts of a long, quiet, well heard answer to a question that calls for helpful acts: no rule fires. */
export function makeFacts(changes: Partial<ConfidenceFacts> = {}): ConfidenceFacts {
  return {
    speechS: 200,
    words: 480,
    nuclei: 700,
    snrDb: 35,
    meanWordConfidence: null,
    relevance: { score: 0.6, copiedShare: 0.05, floor: 0.2 },
    promptGivesOccasion: true,
    distinctActs: 4,
    languageCalibrated: true,
    withoutWords: null,
    findings: {},
    ...changes,
  };
}

/** Entries of every published model. */
function publishedEntries(): (ModelTerm | ModelAct)[] {
  return MODEL_IDS.flatMap((id) => {
    const model = findModel(id);
    return model === null ? [] : allEntries(model);
  });
}

/** A feature table; features that are not named are unmeasurable, as on a real answer that lacks them. */
export function makeTable(values: Readonly<Record<string, Measurement>>): Map<string, Measurement> {
  const table = new Map<string, Measurement>();
  for (const { feature } of publishedEntries()) table.set(feature, values[feature] ?? unmeasurable("failed"));
  return table;
}

/** A measured answer from its table and, for the jackknife, the tables without each block. */
export function makeMeasuredAnswer(
  table: ReadonlyMap<string, Measurement>,
  leftOutTables: readonly ReadonlyMap<string, Measurement>[] = [],
  facts: Partial<ConfidenceFacts> = {},
): MeasuredAnswer {
  const leftOut = leftOutTables.map((left, i) => ({
    table: left,
    block: { startMs: i * BLOCK_MS, endMs: (i + 1) * BLOCK_MS, text: `words of block ${i}` },
  }));
  return { table, leftOut, facts: makeFacts(facts), unitOf: () => "unit" };
}
