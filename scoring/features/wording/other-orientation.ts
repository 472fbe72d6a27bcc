import type { Token } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { findWarmPhrases, type TokenStretch } from "@/scoring/language/empathy-acts";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { defineTokenColumn } from "@/scoring/language/token-column";

const persons = defineTokenColumn(({ text }, pack: LanguagePack) => ({
  other: pack.otherPersonWords.has(text) ? 1 : 0,
  speaker: pack.speakerWords.has(text) ? 1 : 0,
}));

/** Fewer words about people make no ratio. */
const MIN_PERSON_WORDS = 5;

/** OTHER_RATIO (scoring-science 3), described in the definition. */
export const otherOrientation = defineFeature({
  id: "wording.otherOrientation",
  symbol: "OTHER_RATIO",
  label: "Words about the other person",
  description:
    'Words for the other person (you, they, customer, team) as a share of those and of words for the speaker (I, me, my). "We" is not counted, nor are the words of clauses that hold an empathy phrase, which count as acts.',
  source: "Naim et al. 2015, pronoun findings",
  version: 3,
  unit: "share",
  range: [0, 1],
  needs: ["words", "language"],
  extract: ({ words: { tokens }, language }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    const people = persons(tokens, pack);
    const acts = findWarmPhrases(tokens, pack).map((phrase) => clauseAround(phrase, tokens));
    let others = 0;
    let speaker = 0;
    let next = 0;
    for (let at = 0; at < tokens.length; at++) {
      while ((acts[next]?.lastToken ?? Infinity) < at) next++;
      if ((acts[next]?.firstToken ?? Infinity) <= at) continue;
      others += people[at]?.other ?? 0;
      speaker += people[at]?.speaker ?? 0;
    }
    if (others + speaker < MIN_PERSON_WORDS) return unmeasurable("too_few_words");
    return measured(others / (others + speaker));
  },
});

/**
 * Words of an act are paid as that act (scoring-science 4.4), whether the cap let it count or not; and so is the rest of
 * its clause, which belongs to it: "thank you" and "for your patience" are said in one breath.
 */
function clauseAround({ firstToken, lastToken }: TokenStretch, tokens: readonly Token[]): TokenStretch {
  let [first, last] = [firstToken, lastToken];
  while (tokens[first - 1]?.endsClause === false) first -= 1;
  while (tokens[last]?.endsClause === false) last += 1;
  return { firstToken: first, lastToken: last };
}
