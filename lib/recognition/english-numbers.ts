const ONES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES = ["", "thousand", "million", "billion", "trillion"];
const ORDINALS: Readonly<Record<string, string>> = {
  one: "first",
  two: "second",
  three: "third",
  five: "fifth",
  eight: "eighth",
  nine: "ninth",
  twelve: "twelfth",
};
/** Longer digit strings are read digit by digit (account numbers). */
const MAX_CARDINAL_DIGITS = 15;

/** Digits one by one: "007" -> zero zero seven. */
export function digitWords(digits: string): string[] {
  return [...digits].map((digit) => ONES[Number(digit)] ?? "");
}

/** A whole number as American English says it: 1250 -> one thousand two hundred fifty. */
export function cardinalWords(digits: string): string[] {
  if (digits.length > MAX_CARDINAL_DIGITS || /^0\d/.test(digits)) return digitWords(digits);
  const groups: string[][] = [];
  for (let end = digits.length, scale = 0; end > 0; end -= 3, scale += 1) {
    const group = Number(digits.slice(Math.max(0, end - 3), end));
    if (group > 0) groups.unshift([...belowThousand(group), SCALES[scale] ?? ""].filter((word) => word !== ""));
  }
  return groups.length === 0 ? ["zero"] : groups.flat();
}

/** 21 -> twenty first. */
export function ordinalWords(digits: string): string[] {
  const words = cardinalWords(digits);
  const last = words.pop() ?? "";
  return [...words, ORDINALS[last] ?? (last.endsWith("y") ? `${last.slice(0, -1)}ieth` : `${last}th`)];
}

/** Four digits from 1100 to 2099 in the way of years: 1999 -> nineteen ninety nine, 2005 -> two thousand five. */
export function yearWords(digits: string): string[] {
  const century = digits.slice(0, 2);
  const rest = digits.slice(2);
  if (/^20?00/.test(digits) || rest === "00")
    return rest === "00" && century !== "20" ? [...cardinalWords(century), "hundred"] : cardinalWords(digits);
  return [
    ...cardinalWords(century),
    ...(rest.startsWith("0") ? ["oh", ...digitWords(rest.slice(1))] : cardinalWords(rest)),
  ];
}

function belowThousand(value: number): string[] {
  if (value >= 100)
    return [ONES[Math.floor(value / 100)] ?? "", "hundred", ...(value % 100 === 0 ? [] : belowThousand(value % 100))];
  if (value < 20) return [ONES[value] ?? ""];
  return [TENS[Math.floor(value / 10)] ?? "", ...(value % 10 === 0 ? [] : [ONES[value % 10] ?? ""])];
}
