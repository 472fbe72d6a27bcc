/** A written word without its quotes and punctuation, and what stood around it. */
export interface WordShell {
  readonly before: string;
  readonly bare: string;
  readonly after: string;
}

/** "Yes," is "Yes" with nothing before and a comma after. A text without letters has an empty core. */
export function shellOf(text: string): WordShell {
  const match = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
  return { before: match?.[1] ?? "", bare: match?.[2] ?? "", after: match?.[3] ?? "" };
}

/** Another word in the same place: punctuation and a first capital stay. */
export function replaceBare(text: string, replacement: string): string {
  const { before, bare, after } = shellOf(text);
  const capital = /^\p{Lu}/u.test(bare);
  return `${before}${capital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement}${after}`;
}
