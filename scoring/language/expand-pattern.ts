/** One way to say a pattern: words in order; `frustrat*` is every word that starts so, `*ing` every word that ends so. */
export type WordSequence = readonly string[];

/** More spellings than this means that a pattern multiplies out by mistake. */
const MAX_SEQUENCES = 4_000;

/**
 * Writes a pattern out as word sequences. Syntax: words separated by spaces; `(a|b c)` one of; `(a|b)?` one of or
 * none; `word*` any word that starts with it; `*word` any that ends with it. Groups may be nested.
 *
 * @throws RangeError on an unbalanced or empty pattern, or one with more than 4,000 spellings.
 */
export function expandPattern(pattern: string): readonly WordSequence[] {
  const parser = { parts: pattern.match(/\(|\)\??|\||[^\s()|]+/g) ?? [], at: 0, pattern };
  const sequences = alternatives(parser);
  if (parser.at < parser.parts.length) throw new RangeError(`unbalanced ")" in pattern "${pattern}"`);
  const spoken = sequences.filter((sequence) => sequence.length > 0);
  if (spoken.length === 0) throw new RangeError(`pattern "${pattern}" matches nothing`);
  return spoken;
}

interface PatternParser {
  readonly parts: readonly string[];
  at: number;
  readonly pattern: string;
}

function alternatives(parser: PatternParser): WordSequence[] {
  const found = [...concatenation(parser)];
  while (parser.parts[parser.at] === "|") {
    parser.at += 1;
    found.push(...concatenation(parser));
  }
  return found;
}

function concatenation(parser: PatternParser): WordSequence[] {
  let sequences: WordSequence[] = [[]];
  for (;;) {
    const part = parser.parts[parser.at];
    if (part === undefined || part === "|" || part.startsWith(")")) return sequences;
    parser.at += 1;
    sequences = join(sequences, part === "(" ? group(parser) : [[part]], parser.pattern);
  }
}

function group(parser: PatternParser): WordSequence[] {
  const inner = alternatives(parser);
  const close = parser.parts[parser.at];
  if (close === undefined) throw new RangeError(`"(" without ")" in pattern "${parser.pattern}"`);
  parser.at += 1;
  return close === ")?" ? [...inner, []] : inner;
}

function join(heads: readonly WordSequence[], tails: readonly WordSequence[], pattern: string): WordSequence[] {
  if (heads.length * tails.length > MAX_SEQUENCES) throw new RangeError(`pattern "${pattern}" has too many spellings`);
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
}
