import { expect, test } from "vitest";
import { pronounceEnglish } from "@/lib/recognition/pronounce-english";
import { spokenEnglish } from "@/lib/recognition/spoken-english";

const DICTIONARY = new Set(
  "customer's well i'm wi-fi customer facing don't um uh er eh ah hm mm mhm team usa i".split(" "),
);
const spoken = (written: string): string => spokenEnglish(written, (word) => DICTIONARY.has(word)).join(" ");

test.each([
  ["“Well,”", "well"],
  ["I’m", "i'm"],
  ["Wi-Fi", "wi-fi"],
  ["customer-facing", "customer facing"],
  ["1,250", "one thousand two hundred fifty"],
  ["0", "zero"],
  ["007", "zero zero seven"],
  ["3.5", "three point five"],
  ["2nd", "second"],
  ["21st", "twenty first"],
  ["1999", "nineteen ninety nine"],
  ["1905", "nineteen oh five"],
  ["1900", "nineteen hundred"],
  ["2005", "two thousand five"],
  ["2024,", "twenty twenty four"],
  ["$1", "one dollar"],
  ["$25.50", "twenty five dollars fifty"],
  ["€3m", "three million euros"],
  ["40%", "forty percent"],
  ["10:30", "ten thirty"],
  ["9:05", "nine oh five"],
  ["24/7", "twenty four seven"],
  ["R&D", "r and d"],
  ["SLA", "s l a."],
  ["USA", "usa"],
  ["CRMs", "c r m"],
  ["Dr.", "doctor"],
  ["e.g.,", "for example"],
  ["ann@acme.com", "ann at acme dot com"],
  ["Café", "cafe"],
  ["Ummm...", "um"],
  ["uhhh", "uh"],
  ["Hmmm,", "hm"],
  ["mm-hmm", "mhm"],
  ["--", ""],
  ["привет", ""],
])("%s is said as: %s", (written, expected) => expect(spoken(written)).toBe(expected));

test.each([
  ["zendesk", "Z EH N D EH S K"],
  ["mcquinn", "M AH K W IH N"],
  ["balt", "B AE L T"],
  ["shopify", "SH AA P IH F IY"],
  ["phished", "F IH SH T"],
  ["knighton", "N AY T AA N"],
  ["dora's", "D AO R AH Z"],
  ["'", ""],
])("the letters of %s sound like %s", (word, phones) => expect(pronounceEnglish(word)).toBe(phones));
