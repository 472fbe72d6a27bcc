/** Contractions written without their apostrophe, where that spelling is no other word (so not "well", "were", "its"). */
const CONTRACTIONS =
  "i'm i've that's don't didn't can't wasn't they're you're there's isn't doesn't couldn't wouldn't shouldn't haven't " +
  "hasn't hadn't aren't weren't won't what's you've we've they've you'll they'll he's she's";

/** Spelling variants to the spelling that the lists use. */
export const EN_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...CONTRACTIONS.split(" ").map((word) => [word.replace("'", ""), word] as const),
  ["ok", "okay"],
  ["o.k", "okay"],
  ["cuz", "because"],
  ["cos", "because"],
  ["'cause", "because"],
  ["'cos", "because"],
  ["'em", "them"],
]);
