import { expect, test } from "vitest";
import { pronounceFrench, spokenFrench } from "@/lib/recognition/spoken-french";

const DICTIONARY = new Set(["aujourd'hui", "l'", "homme", "vingt", "euh"]);
const spoken = (written: string): string => spokenFrench(written, (word) => DICTIONARY.has(word)).join(" ");

test.each([
  ["Aujourd’hui,", "aujourd'hui"],
  ["l'homme", "l' homme"],
  ["71", "soixante et onze"],
  ["80", "quatre vingt"],
  ["91", "quatre vingt onze"],
  ["1250", "mille deux cent cinquante"],
  ["3,5", "trois virgule cinq"],
  ["40%", "quarante pour cent"],
  ["Euuuh", "euh"],
  ["...", ""],
])("%s is said as: %s", (written, expected) => expect(spoken(written)).toBe(expected));

test.each([
  ["bonchamp", "bb on ch an"],
  ["gnafron", "gn aa ff rr on"],
])("the letters of %s sound like %s", (word, phones) => expect(pronounceFrench(word)).toBe(phones));
