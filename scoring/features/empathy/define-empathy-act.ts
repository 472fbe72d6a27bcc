import { defineFeature, type FeatureDefinition } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { findEmpathyActs } from "@/scoring/language/empathy-acts";
import type { EmpathyAct } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** Shown beside a count that was capped because acts came thicker than in any real talk. */
export const STUFFED_DETAIL = "repeated stock phrases";

interface EmpathyActFeature extends Pick<FeatureDefinition, "symbol" | "label" | "description" | "source"> {
  readonly act: EmpathyAct;
}

/** A feature that counts one kind of act of scoring-science 4.4; every act is a moment. */
export function defineEmpathyAct({ act, ...texts }: EmpathyActFeature) {
  return defineFeature({
    id: `empathy.${act}`,
    ...texts,
    version: 1,
    unit: "acts",
    range: [0, 10_000],
    needs: ["words", "language"],
    extract: ({ words: { tokens }, language }) => {
      const pack = findLanguagePack(language);
      if (pack === null) return unmeasurable("language_not_calibrated");
      const { acts, stuffed } = findEmpathyActs(tokens, pack);
      const found = acts.filter((occurrence) => occurrence.act === act);
      const moments = found.map(({ text, startMs, endMs }) => ({ text, startMs, endMs }));
      if (stuffed && found.length > 0) return measured(1, moments, STUFFED_DETAIL);
      return measured(found.length, moments);
    },
  });
}
