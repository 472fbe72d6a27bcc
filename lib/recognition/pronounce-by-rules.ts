/** One letter-to-sound rule: where `letters` stand between `before` and `after`, they sound like `phones`. */
export interface SoundRule {
  readonly letters: string;
  readonly phones: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/**
 * Phones of a word by ordered rules: at each place the first rule that fits is taken (put longer letters first), a letter
 * without a rule is silent. `before` is matched against what precedes (anchor it with $), `after` against what follows
 * (anchor it with ^). Doubled phones become one. Same scheme as Elovitz et al. 1976 (NRL letter-to-sound rules).
 */
export function pronounceByRules(word: string, rules: readonly SoundRule[]): string {
  const phones: string[] = [];
  for (let at = 0; at < word.length;) {
    const rule = rules.find(
      ({ letters, before, after }) =>
        word.startsWith(letters, at) &&
        (before === undefined || before.test(word.slice(0, at))) &&
        (after === undefined || after.test(word.slice(at + letters.length))),
    );
    if (rule && rule.phones !== "") phones.push(...rule.phones.split(" "));
    at += rule?.letters.length ?? 1;
  }
  return phones.filter((phone, index) => phone !== phones[index - 1]).join(" ");
}
