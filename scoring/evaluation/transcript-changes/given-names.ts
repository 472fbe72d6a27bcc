/** Common given names of many origins, by number of syllables: each may stand for any other of its row. */
export const GIVEN_NAMES_BY_SYLLABLES: readonly (readonly string[])[] = [
  "john jack james mark mike paul tom tim ben sam bob bill jane anne rose grace claire ruth joan lin wei jin ming raj",
  "mary peter david robert thomas helen lucy susan alice karen kevin martin omar fatma ahmed priya arjun yuki hana anna linda",
  "jennifer melissa jonathan gregory emily deborah timothy amara kimiko naomi",
  "elizabeth alexander victoria olivia valentina",
].map((row) => row.split(" "));
