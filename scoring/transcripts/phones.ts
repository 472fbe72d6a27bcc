/**
 * One speech sound as an acoustic model placed it. `phone` is a symbol of the CMU pronouncing dictionary without stress
 * ("AY"), "SIL" for silence, breath and noise.
 */
export interface PhoneSpan {
  readonly phone: string;
  readonly startMs: number;
  readonly endMs: number;
  /**
   * Sum over the phone's 10 ms frames of ln P(sound | state) - ln P(sound | best state of the whole model), nats: 0 is
   * perfect, about -5 a frame is usual for a right phone.
   */
  readonly logLikelihood: number;
}

/** A phone of a known text; `word` is the index of the written word, null for a pause between words. */
export interface AlignedPhone extends PhoneSpan {
  readonly word: number | null;
}

/**
 * The same sound heard twice: as the known text, and freely as any sequence of phones. Where both are equally likely a
 * phone was said as the model expects it; the difference per frame is the goodness of pronunciation of Witt & Young
 * (2000).
 */
export interface PhoneAlignment {
  readonly aligned: readonly AlignedPhone[];
  readonly free: readonly PhoneSpan[];
}
