import { GIVEN_NAMES_BY_SYLLABLES } from "@/scoring/evaluation/transcript-changes/given-names";
import { replaceBare, shellOf } from "@/scoring/evaluation/transcript-changes/word-shell";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Third-person pronouns by the one of another gender with the same number of syllables. */
const OTHER_PRONOUN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: "she",
    she: "he",
    him: "her",
    his: "her",
    her: "his",
    hers: "his",
    himself: "herself",
    herself: "himself",
    "he's": "she's",
    "she's": "he's",
    "he'd": "she'd",
    "she'd": "he'd",
    "he'll": "she'll",
    "she'll": "he'll",
  }),
);
/** Each name by the next of its row. */
const OTHER_NAME: ReadonlyMap<string, string> = new Map(
  GIVEN_NAMES_BY_SYLLABLES.flatMap((row) => row.map((name, i) => [name, row[(i + 1) % row.length] ?? name] as const)),
);

/** The words about other people: names and third-person pronouns swapped for others of the same number of syllables. */
export function swapPeople(words: readonly TimedWord[]): TimedWord[] {
  return words.map((word) => {
    const other = otherPerson(word.text);
    return other === null ? word : { ...word, text: replaceBare(word.text, other) };
  });
}

/** Words that `swapPeople` changes: without any it proves nothing. */
export function countPeople(words: readonly TimedWord[]): number {
  return words.filter(({ text }) => otherPerson(text) !== null).length;
}

function otherPerson(text: string): string | null {
  const bare = shellOf(text).bare.toLowerCase().replace("’", "'");
  const pronoun = OTHER_PRONOUN.get(bare);
  if (pronoun !== undefined) return pronoun;
  const possessive = bare.endsWith("'s");
  const name = OTHER_NAME.get(possessive ? bare.slice(0, -2) : bare);
  return name === undefined ? null : possessive ? `${name}'s` : name;
}
