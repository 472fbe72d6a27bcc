import type { Token } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable, type Moment } from "@/scoring/features/measurement";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

const MIN_CLAUSES = 4;
/** The longest clauses are shown, if they are long at all. */
const MAX_MOMENTS = 3;
const LONG_CLAUSE_TOKENS = 14;

/** CLAUSE_W (scoring-science 3), described in the definition. */
export const clauseLength = defineFeature({
  id: "wording.clauseLength",
  symbol: "CLAUSE_W",
  label: "Words per clause",
  description:
    "Content tokens per clause. A clause ends at punctuation, or before a word that starts one unless the word before cannot end a phrase.",
  source: "own definition",
  version: 1,
  unit: "words",
  range: [0, 100_000],
  needs: ["words", "language"],
  extract: ({ words, language }) => {
    if (findLanguagePack(language) === null) return unmeasurable("language_not_calibrated");
    const { tokens } = words;
    const clauses = countClauses(tokens);
    if (clauses < MIN_CLAUSES) return unmeasurable("too_few_clauses");
    return measured(tokens.length / clauses, () => longClauses(tokens));
  },
});

function countClauses(tokens: readonly Token[]): number {
  let count = 0;
  for (let at = 0; at < tokens.length; at++) if (tokens[at]?.endsClause === true) count++;
  // What follows the last boundary is a clause as well.
  return tokens.at(-1)?.endsClause === false ? count + 1 : count;
}

function longClauses(tokens: readonly Token[]): Moment[] {
  return clausesOf(tokens)
    .filter((clause) => clause.length >= LONG_CLAUSE_TOKENS)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_MOMENTS)
    .map(clauseMoment)
    .sort((a, b) => a.startMs - b.startMs);
}

function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  let clause: Token[] = [];
  for (const token of tokens) {
    clause.push(token);
    if (!token.endsClause) continue;
    clauses.push(clause);
    clause = [];
  }
  return clause.length > 0 ? [...clauses, clause] : clauses;
}

function clauseMoment(clause: readonly Token[]): Moment {
  const startMs = clause[0]?.startMs ?? 0;
  const endMs = clause[clause.length - 1]?.endMs ?? startMs;
  return { text: `${clause.length} words in one clause`, startMs, endMs };
}
