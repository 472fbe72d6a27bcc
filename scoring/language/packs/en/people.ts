import { wordSet } from "@/scoring/language/word-set";

/** The candidate (OTHER_RATIO's denominator). */
export const EN_SPEAKER_WORDS = wordSet("i me my mine myself i'm i've i'd i'll");

/**
 * The other person: those addressed or served (scoring-science 3, OTHER_RATIO). Third-person pronouns of any gender
 * count alike (8.2); "we" is left out because its use differs between groups.
 */
export const EN_OTHER_PERSON_WORDS = wordSet(`
  you your yours you're you've you'd you'll he she they him her them his hers their theirs he's she's they're they've
  he'd she'd they'd he'll she'll they'll customer customers customer's client clients client's caller callers team`);
