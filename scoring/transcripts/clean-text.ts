/**
 * Text that every later step and store can hold: NFC, no control characters (NUL included), no half surrogate pairs,
 * no zero-width or direction marks, typographic spaces as plain ones. Lines are kept; each other blank run is one space.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\uFEFF]/g, "")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(/[^\S\n]+/gu, " ")
    .trim();
}

/** As {@link cleanText}, for the text of one word or cue: everything on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ");
}
