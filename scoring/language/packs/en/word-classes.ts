/**
 * Third-person pronouns are one class in every text measure: an answer about "him" and the same answer about "her" or
 * "them" must score alike (scoring-science 8.1, 8.2). "her" stands for both "him" and "his", so all objects and
 * possessives share a class.
 */
export const EN_WORD_CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    they: "he she they",
    them: "him her his hers their theirs them",
    themselves: "himself herself themself themselves",
    "they's": "he's she's they's",
    "they'd": "he'd she'd they'd",
    "they'll": "he'll she'll they'll",
  }).flatMap(([name, members]) => members.split(" ").map((member) => [member, name] as const)),
);
