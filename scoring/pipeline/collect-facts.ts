import type { ConfidenceFacts, OutsideFindings, WithoutWords } from "@/scoring/confidence/confidence-facts";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import type { AnswerView } from "@/scoring/features/answer-view";
import { empathyOpportunity } from "@/scoring/language/empathy-occasion";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { RELEVANCE_FLOOR } from "@/scoring/language/relevance/relevance-constants";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";

const MS_PER_SECOND = 1000;

/** Kinds of helpful acts heard at least once; acts that take points are not helpful. */
function distinctActs(model: SoftSkillsModel, table: FeatureTable): number {
  return model.dimensions.empathy_signal.acts.filter((act) => {
    const measurement = lookUp(table, act.feature);
    return act.weight > 0 && measurement.kind === "measured" && measurement.value > 0;
  }).length;
}

/** What the low-confidence rules need to know about the answer (scoring-science 5.2). */
export function collectFacts(
  input: ScorerInput,
  view: AnswerView,
  table: FeatureTable,
  model: SoftSkillsModel,
  withoutWords: WithoutWords | null,
  findings: OutsideFindings,
): ConfidenceFacts {
  const { prompt } = input;
  const pack = findLanguagePack(input.language);
  return {
    speechS: view.timeline.speechMs / MS_PER_SECOND,
    words: view.words?.tokens.length ?? null,
    nuclei: view.syllables.nucleiMs.length,
    snrDb: view.levels.snrDb,
    // Also of words that were not trusted: the text names the probability.
    meanWordConfidence: input.transcript?.meanConfidence ?? null,
    relevance: view.relevance && { ...view.relevance, floor: RELEVANCE_FLOOR },
    promptGivesOccasion: prompt !== null && pack !== null && empathyOpportunity(prompt.text, pack),
    distinctActs: distinctActs(model, table),
    languageCalibrated: pack !== null && model.calibratedLanguages.includes(pack.language),
    withoutWords,
    findings,
  };
}
