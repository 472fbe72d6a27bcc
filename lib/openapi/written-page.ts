/** A document that follows from the code alone. */
export interface WrittenPage {
  /** From the root of the checkout. */
  readonly file: string;
  readonly text: string;
}
