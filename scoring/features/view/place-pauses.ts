import type { Interval } from "@/scoring/acoustics/interval";
import type { Pause, PausePlace, Token } from "@/scoring/features/answer-view";
import { locatePauses } from "@/scoring/features/view/locate-pauses";
import { endsSentence } from "@/scoring/language/phrase-matches";
import { isOpenWord } from "@/scoring/language/is-open-word";
import type { LanguagePack } from "@/scoring/language/language-pack";

/**
 * Says for each pause whether it stands between clauses or inside a phrase (2.6), and between which words.
 *
 * Inside a phrase: the word before it cannot end one ("the"), or no clause boundary lies there. A sentence end in the
 * transcript outweighs the word ("That is what it was for."); a comma does not, because recognisers put one at a pause.
 * Unknown: no words; or neither a language pack nor a single mark in the transcript to tell clauses by.
 */
export function placePauses(
  pauses: readonly Interval[],
  tokens: readonly Token[] | null,
  pack: LanguagePack | null,
): Pause[] {
  if (tokens === null) return pauses.map((pause) => ({ ...pause, place: "unknown", before: null, after: null }));
  const tellsClauses = pack !== null || tokens.some((token) => token.mark !== "");
  const located = locatePauses(pauses, tokens);
  return pauses.map((pause, p) => {
    const before = tokens[located[p] ?? -1];
    const after = tokens[(located[p] ?? -1) + 1];
    const place = tellsClauses ? placeBetween(before, after, pack) : "unknown";
    return { ...pause, place, before: before?.text ?? null, after: after?.text ?? null };
  });
}

function placeBetween(before: Token | undefined, after: Token | undefined, pack: LanguagePack | null): PausePlace {
  if (before === undefined || after === undefined || endsSentence(before)) return "boundary";
  if (pack !== null && isOpenWord(before.text, pack)) return "mid_phrase";
  return before.endsClause ? "boundary" : "mid_phrase";
}
