/**
 * Given names that the spelling rules get wrong, by their number of syllables: what a person is called must not change
 * how fast they seem to speak (scoring-science 8.2).
 */
const NAMES_BY_COUNT: Readonly<Record<number, string>> = {
  2: `ahmed hamed khaled jared priya riya ian ryan noah leah lea zoe zoey chloe joel noel luis raul rene andre
    joao liam sia lior saeed sayed jorge`,
  3: "mohammed mohamed naomi lucia gabriel diego samuel",
};

export const EN_NAME_SYLLABLES: ReadonlyMap<string, number> = new Map(
  Object.entries(NAMES_BY_COUNT).flatMap(([count, names]) =>
    names.split(/\s+/).map((name) => [name, Number(count)] as const),
  ),
);
