import { wordSet } from "@/scoring/language/word-set";

/**
 * Words that cannot end a phrase (scoring-science 2, OPEN; 2.6). The third-person possessives of that list are left
 * out: "her" is also an object, which can end a phrase, and no measure may tell "her" from "him" or "his" (8.1).
 */
export const EN_OPEN_WORDS = wordSet(`
  the a an to of in on at for with by from my your our its this these those is are was were be been am
  have has had will would can could should may might must do does did very really more most and or but because if as
  than i'm we're`);

/** Words that tend to start a clause (scoring-science 2, STARTERS; 2.6), with the contractions of its pronouns. */
export const EN_CLAUSE_STARTERS = wordSet(`
  and but so because then when if after before although while which who where what however also first second finally
  i we he she they it you there this that these those my our
  i'm i've i'd i'll we're we've we'd we'll he's he'd he'll she's she'd she'll they're they've they'd they'll it's it'll
  you're you've you'd you'll there's that's`);

/** Intensifiers and set doubles; saying them twice is no repair. */
export const EN_DELIBERATE_REPEATS = wordSet(
  "very really so no yes yeah okay bye much many long again had far ha haha",
);

/** Subjects that a speaker goes back to when a sentence is started anew. */
export const EN_RESTART_SUBJECTS = wordSet(`
  i we he she they it you there i'm i've i'd i'll we're we've we'd we'll it's he's she's they're you're there's that's`);
