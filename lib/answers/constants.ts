/** Lengths of the text fields of an answer, in characters. */
export const MAX_PROMPT_CHARACTERS = 4_000;
export const MAX_EXTERNAL_ID_CHARACTERS = 255;
export const MAX_NAME_CHARACTERS = 200;
export const MAX_URL_CHARACTERS = 2_048;
export const MAX_METADATA_KEYS = 50;
export const MAX_METADATA_KEY_CHARACTERS = 40;
export const MAX_METADATA_VALUE_CHARACTERS = 500;

/** One text part of the form; the transcript is by far the largest (its own limit is 1 MB). */
export const MAX_FORM_FIELD_BYTES = 1_100_000;
export const MAX_FORM_FIELDS = 30;

/** Languages that an answer may be in. Only those with word lists are scored in full; the others say what is missing. */
export const ANSWER_LANGUAGES: Readonly<Record<string, string>> = {
  en: "English",
  es: "Spanish",
  pt: "Portuguese",
  fr: "French",
  de: "German",
  it: "Italian",
  nl: "Dutch",
  pl: "Polish",
  tr: "Turkish",
  ru: "Russian",
  ar: "Arabic",
  hi: "Hindi",
  id: "Indonesian",
  fil: "Filipino",
  zh: "Chinese",
  ja: "Japanese",
};
