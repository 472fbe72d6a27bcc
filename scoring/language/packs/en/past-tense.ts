/** Irregular past forms of verbs of action. */
export const EN_IRREGULAR_PAST =
  "began brought built bought came chose dealt did drew drove explained felt fixed found gave got went grew heard held " +
  "kept knew learnt led left let lent lost made meant met paid put ran read rang said saw sent sold set showed sat " +
  "spoke spent stood stuck swept taught took told thought threw understood woke won wrote";

/** Endings of regular past forms, letter by letter: "-eed" is left out because "need" and "proceed" are no past. */
export const EN_REGULAR_PAST = `${[..."bcdfghiklmnprstuvwxyz"].map((letter) => `*${letter}ed`).join(" ")} agreed`;
