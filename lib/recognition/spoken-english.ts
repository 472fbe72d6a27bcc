import { cardinalWords, digitWords, ordinalWords, yearWords } from "@/lib/recognition/english-numbers";

const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  "mr.": ["mister"],
  "mrs.": ["missus"],
  "ms.": ["miz"],
  "dr.": ["doctor"],
  "vs.": ["versus"],
  "etc.": ["et", "cetera"],
  "e.g.": ["for", "example"],
  "i.e.": ["that", "is"],
  "approx.": ["approximately"],
  "dept.": ["department"],
};
/** Spellings of filled pauses, with any number of repeated letters, and the dictionary's word for each. */
const FILLED_PAUSES: readonly (readonly [RegExp, string])[] = [
  [/^u+h*m+$/, "um"],
  [/^u+h+$/, "uh"],
  [/^e+r+m+$/, "um"],
  [/^e+r+$/, "er"],
  [/^e+h+$/, "eh"],
  [/^a+h+$/, "ah"],
  [/^h+m+$/, "hm"],
  [/^m+$/, "mm"],
  [/^m+-?h+m+$/, "mhm"],
];
const CURRENCIES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  $: ["dollar", "dollars"],
  "£": ["pound", "pounds"],
  "€": ["euro", "euros"],
};
const SYMBOLS: Readonly<Record<string, string>> = {
  "&": "and",
  "+": "plus",
  "%": "percent",
  "@": "at",
  "=": "equals",
  "#": "number",
};
const SCALE_LETTERS: Readonly<Record<string, string>> = { k: "thousand", m: "million", bn: "billion" };
const LETTER_NAMES: Readonly<Record<string, string>> = { a: "a.", i: "i" };

/**
 * What a written English word sounds like, as lower-case dictionary words: numbers, money, percentages, times, years and
 * ordinals in full, symbols and common abbreviations by name, capitals that the dictionary does not know letter by
 * letter, compounds in parts. `known` asks the pronunciation dictionary. Empty when nothing of it can be said.
 */
export function spokenEnglish(written: string, known: (word: string) => boolean): string[] {
  const plain = written
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-");
  const abbreviation = ABBREVIATIONS[plain.toLowerCase().replace(/[,;:!?]+$/, "")];
  if (abbreviation) return [...abbreviation];
  const trimmed = plain.replace(/^[^\p{L}\p{N}$£€#&+%@]+|[^\p{L}\p{N}%&+€£$]+$/gu, "");
  const whole = trimmed.toLowerCase();
  if (known(whole) && !(whole in LETTER_NAMES && trimmed === whole.toUpperCase() && plain.endsWith(".")))
    return [whole];
  const filler = FILLED_PAUSES.find(([spelling]) => spelling.test(whole));
  if (filler) return [filler[1]];
  return splitParts(trimmed).flatMap((part) => spokenPart(part, known));
}

/** Parts that are read on their own: amounts with their currency and unit, letter runs, symbols. */
function splitParts(text: string): string[] {
  const amount = String.raw`[$£€]?\d+(?:,\d{3})+(?:\.\d+)?(?:k|m|bn)?\b|[$£€]?\d+(?:[.:]\d+)?(?:st|nd|rd|th|k|m|bn)?(?![\p{L}\d])[€£$]?|[$£€]?\d+`;
  return (
    text.match(new RegExp(String.raw`${amount}|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?|[&+%@=#]|\.(?=\p{L})`, "giu")) ?? []
  );
}

function spokenPart(part: string, known: (word: string) => boolean): string[] {
  if (part === ".") return ["dot"];
  const symbol = SYMBOLS[part];
  if (symbol) return [symbol];
  if (/\d/.test(part)) return spokenNumber(part.toLowerCase());
  const word = foldToAscii(part);
  if (word === "") return [];
  if (known(word)) return [word];
  // CRM, SLAs, MP's: capitals by name; the plural s adds no word. Without a vowel there is no other way to say it.
  const isAcronym = /^[A-Z]{2,5}('?s)?$/.test(part);
  const hasVowel = /[aeiouy]/.test(word);
  if (isAcronym || (!hasVowel && word.length <= 4)) {
    const letters = isAcronym ? part.replace(/'?s$/, "").toLowerCase() : word.replace(/[^a-z]/g, "");
    return [...letters].map((letter) => LETTER_NAMES[letter] ?? letter);
  }
  return [word];
}

function spokenNumber(part: string): string[] {
  const match = /^([$£€]?)([\d,]+)(?:([.:])(\d+))?(st|nd|rd|th|k|m|bn)?([$£€]?)$/.exec(part);
  if (!match) return digitWords(part.replace(/\D/g, ""));
  const [, before = "", withCommas = "", point, fraction = "", suffix = "", after = ""] = match;
  const digits = withCommas.replaceAll(",", "");
  const currency = CURRENCIES[before || after];
  const scale = SCALE_LETTERS[suffix];
  if (/^(st|nd|rd|th)$/.test(suffix)) return ordinalWords(digits);
  if (point === ":") return [...cardinalWords(digits), ...spokenMinutes(fraction)];
  const isMoney = currency !== undefined && fraction.length === 2 && scale === undefined;
  const isYear = currency === undefined && point === undefined && suffix === "" && /^(1[1-9]|20)\d\d$/.test(withCommas);
  const amount = isYear ? yearWords(digits) : cardinalWords(digits);
  if (point === "." && !isMoney) amount.push("point", ...digitWords(fraction));
  if (scale) amount.push(scale);
  if (currency) amount.push(digits === "1" && !scale && (isMoney || fraction === "") ? currency[0] : currency[1]);
  if (isMoney && fraction !== "00") amount.push(...cardinalWords(String(Number(fraction))));
  return amount;
}

/** The minutes of a clock time: 10:30 -> thirty, 9:05 -> oh five, 8:00 -> nothing. */
function spokenMinutes(minutes: string): string[] {
  if (/^0+$/.test(minutes)) return [];
  return minutes.startsWith("0") ? ["oh", ...digitWords(minutes.slice(1))] : cardinalWords(minutes);
}

/** Lower case without accents, a-z and apostrophes only: "Café" -> cafe. Other scripts give an empty string. */
function foldToAscii(text: string): string {
  const folded = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return folded
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe")
    .replaceAll("ł", "l")
    .replace(/[^a-z']/g, "");
}
