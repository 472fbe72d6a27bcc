import type { Mechanism } from "@/lib/evaluation/empathy-epitome/read-replies";
import { viewWrittenAnswer } from "@/lib/evaluation/written-answer";
import { shareAt } from "@/scoring/dimensions/contribution";
import { extractFeatures } from "@/scoring/features/extract-features";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

/** A reply was typed; said at a usual pace it would take so long. Acts count by time (the same words once in 20 s). */
const WORDS_PER_MINUTE = 150;
const MS_PER_MINUTE = 60_000;

/**
 * The acts that express each mechanism, by scoring-science 4.4: an emotional reaction warms or reassures, an
 * interpretation shows that the other was understood, an exploration asks.
 */
export const ACTS_OF_MECHANISM: Readonly<Record<Mechanism, readonly string[]>> = {
  emotional_reactions: ["acknowledge", "apology", "offer_ownership", "reassure", "warm_close"],
  interpretations: ["acknowledge", "name_feeling", "perspective"],
  explorations: ["explore"],
};

/** Points that a model gives a reply for each mechanism's acts, and for all helpful acts together. */
export function scoreActs(text: string, model: SoftSkillsModel): Readonly<Record<Mechanism | "all", number>> {
  const acts = model.dimensions.empathy_signal.acts.filter((act) => act.weight > 0);
  const durationMs = (text.split(/\s+/).length * MS_PER_MINUTE) / WORDS_PER_MINUTE;
  const view = viewWrittenAnswer([{ text, durationMs }]);
  const table = extractFeatures(
    view,
    acts.map((act) => act.feature),
  );
  const points = new Map(
    acts.map((act) => {
      const measurement = table.get(act.feature);
      return [act.term, measurement?.kind === "measured" ? act.weight * shareAt(act, measurement.value) : 0] as const;
    }),
  );
  const sum = (terms: readonly string[]) => terms.reduce((total, term) => total + (points.get(term) ?? 0), 0);
  return {
    emotional_reactions: sum(ACTS_OF_MECHANISM.emotional_reactions),
    interpretations: sum(ACTS_OF_MECHANISM.interpretations),
    explorations: sum(ACTS_OF_MECHANISM.explorations),
    all: sum([...points.keys()]),
  };
}
