/** Half of a surrogate pair: text that is no Unicode. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Whether PostgreSQL can store the text: no NUL, no lone surrogates. Anything else from outside is a mistake to name. */
export function isStorableText(value: string): boolean {
  return !value.includes("\0") && !LONE_SURROGATE.test(value);
}

export const NOT_STORABLE = "must not hold NUL characters or halves of surrogate pairs";
