import { pronounceByRules, type SoundRule } from "@/lib/recognition/pronounce-by-rules";

const ONES =
  "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf".split(
    " ",
  );
const TENS = [
  "",
  "",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre-vingt",
  "quatre-vingt",
];
const SYMBOLS: Readonly<Record<string, string>> = {
  "&": "et",
  "+": "plus",
  "%": "pour cent",
  "€": "euros",
  $: "dollars",
  "@": "arobase",
};
const END = /^$/;
const NASAL_END = /^($|[^aeiouyàâéèêëîïôûnmh])/;

/** Letter-to-sound rules for French words that the dictionary does not hold, in the French model's phones. */
const RULES: readonly SoundRule[] = [
  ...soundsOf(
    "eaux:au eau:au aux:au oin:ww_in ien:yy_in ill:yy ain:in ein:in tion:ss_yy_on ou:ou oi:ww_aa ai:ai ei:ai au:au eu:eu œu:oe gn:gn ch:ch ph:ff qu:kk th:tt",
  ),
  ...soundsOf("an:an am:an en:an em:an in:in im:in yn:in on:on om:on un:un um:un", { after: NASAL_END }),
  ...soundsOf("er:ei ez:ei es: e: s: t: d: x: p: z:", { before: /[^\s]{2}$/, after: END }),
  ...soundsOf("c:ss g:jj", { after: /^[eiyéèê]/ }),
  ...soundsOf("s:zz", { before: /[aeiouyéèê]$/, after: /^[aeiouyéèê]/ }),
  ...soundsOf("a:aa à:aa â:aa é:ei è:ai ê:ai ë:ai e:ee i:ii î:ii ï:ii o:oo ô:au u:uu û:uu ù:uu y:ii œ:oe æ:ei"),
  ...soundsOf("b:bb c:kk ç:ss d:dd f:ff g:gg j:jj k:kk l:ll m:mm n:nn p:pp q:kk r:rr s:ss t:tt v:vv w:ww x:kk_ss z:zz"),
];

function soundsOf(table: string, place: Pick<SoundRule, "before" | "after"> = {}): SoundRule[] {
  return table.split(" ").map((entry) => {
    const [letters = "", phones = ""] = entry.split(":");
    return { letters, phones: phones.replaceAll("_", " "), ...place };
  });
}

/** Phones of a lower-case French word by rule, or "" when nothing in it sounds. */
export function pronounceFrench(word: string): string {
  return pronounceByRules(word, RULES);
}

/**
 * What a written French word sounds like, as lower-case dictionary words: numbers up to a billion in full, elisions
 * (l'homme) and compounds in parts where the dictionary does not know the whole, filled pauses as "euh".
 */
export function spokenFrench(written: string, known: (word: string) => boolean): string[] {
  const whole = written
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/^[^\p{L}\p{N}$€&+%@]+|[^\p{L}\p{N}'%€$&+]+$/gu, "");
  if (known(whole)) return [whole];
  if (/^(e+u+h*|e+h+|h+e+u+)$/.test(whole)) return ["euh"];
  if (/^h+u*m+$/.test(whole)) return ["hum"];
  const parts = whole.match(/\d+(?:,\d+)?|\p{L}+'?|[&+%@€$]/gu) ?? [];
  return parts.flatMap((part) => {
    const symbol = SYMBOLS[part];
    if (symbol) return symbol.split(" ");
    if (/\d/.test(part)) return frenchNumber(part);
    const word = part.replace(/[^a-zà-öø-ÿœ']/g, "");
    return word === "" ? [] : [known(word) ? word : word.replace(/'$/, "")];
  });
}

function frenchNumber(text: string): string[] {
  const [whole = "", fraction] = text.split(",");
  const words = whole.length > 9 ? [...whole].map((digit) => ONES[Number(digit)] ?? "") : frenchCardinal(Number(whole));
  return fraction === undefined ? words : [...words, "virgule", ...frenchCardinal(Number(fraction.slice(0, 9)))];
}

function frenchCardinal(value: number): string[] {
  if (value < 20) return [ONES[value] ?? ""];
  if (value < 100) {
    const tens = Math.floor(value / 10);
    // 70-79 and 90-99 count on from sixty and eighty.
    const rest = tens === 7 || tens === 9 ? value - (tens - 1) * 10 : value % 10;
    const joins = (rest === 1 || rest === 11) && tens < 8 ? ["et"] : [];
    return [...(TENS[tens] ?? "").split("-"), ...(rest === 0 ? [] : [...joins, ONES[rest] ?? ""])];
  }
  for (const [size, name] of [
    [1_000_000, "million"],
    [1_000, "mille"],
    [100, "cent"],
  ] as const) {
    if (value < size) continue;
    const count = Math.floor(value / size);
    const rest = value % size;
    return [
      ...(count === 1 && size < 1_000_000 ? [] : frenchCardinal(count)),
      name,
      ...(rest === 0 ? [] : frenchCardinal(rest)),
    ];
  }
  return [];
}
