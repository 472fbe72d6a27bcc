/** A recording and the text laid over it. */
export interface TextPair {
  /** Index of the answer whose sound it is, and of the one whose text it is. */
  readonly sound: number;
  readonly text: number;
}

/** Every answer with its own text. */
export function ownTexts(count: number): TextPair[] {
  return Array.from({ length: count }, (_, index) => ({ sound: index, text: index }));
}

/**
 * Every answer with the texts of `perAnswer` other speakers: those nearest in number of words, because a text of another
 * length is easily told, and only such as share no sentence with its own.
 */
export function othersTexts(
  answers: readonly { readonly sentences: readonly string[] }[],
  perAnswer: number,
): TextPair[] {
  const lengths = answers.map(({ sentences }) => sentences.join(" ").split(/\s+/).length);
  return answers.flatMap(({ sentences }, sound) => {
    const own = new Set(sentences.map((sentence) => sentence.toLowerCase()));
    const others = answers
      .map((other, text) => ({ other, text, distance: Math.abs((lengths[text] ?? 0) - (lengths[sound] ?? 0)) }))
      .filter(({ other, text }) => text !== sound && !other.sentences.some((said) => own.has(said.toLowerCase())))
      .sort((a, b) => a.distance - b.distance || a.text - b.text);
    return others.slice(0, perAnswer).map(({ text }) => ({ sound, text }));
  });
}
