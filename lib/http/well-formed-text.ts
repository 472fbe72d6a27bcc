import { z } from "zod";

/** What PostgreSQL can store: no NUL, and no half of a surrogate pair (which is no character, so it has no UTF-8). */
export function isStorableText(value: string): boolean {
  return !value.includes("\0") && value.isWellFormed();
}

/**
 * A string that can be stored and sent back as it came. Every text that a client sends goes through this.
 *
 * @param error what to say when there is no string at all
 */
export function wellFormedText(error?: string): z.ZodString {
  return z.string(error === undefined ? undefined : { error }).refine(isStorableText, {
    error: "must be well-formed text, without NUL characters and unpaired surrogates",
    abort: true,
  });
}
