import { describe, expect, test } from "vitest";
import { structure } from "@/scoring/features/structure/structure";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import type { PromptType } from "@/scoring/pipeline/scorer-input";
import { spokenWords } from "@/scoring/testing/spoken-words";

function measure(text: string, promptType: PromptType, language = "en", credit: (at: number) => number = () => 1) {
  const said = spokenWords(text);
  const { tokens, repairs } = tokenise(said, findLanguagePack("en"));
  const topic = tokens.map((_, at) => ({ start: at, end: at + 1, credit: credit(at) }));
  const words = { words: said, tokens, topic, repairs, meanConfidence: null };
  return structure.extract({ words, language, promptType });
}

const PAST =
  "At my last job in a shoe shop a man came in with torn boots and he was loud. First I listened to him in a quiet corner. " +
  "Then I checked the receipt and we found the pair in the store room. In the end he was satisfied and bought laces.";
const SITUATIONAL =
  "I would first hear the caller out because people want to be heard. Then I would look up the order and I'd tell them where " +
  "it is, and I would offer a new one. After a day I would follow up and make sure that it came.";
const OPEN =
  "I think patience is my best side because I never rush anyone. Also I like to explain. For example there was a woman who " +
  "could not find her bill, and we looked for it for an hour. So that's why I say patience.";
const NONE =
  "boxes lamps rows of shelves and paper and tape near doors with blue paint over cold floors under roofs ".repeat(3);

describe("structure", () => {
  test.each([
    ["past", PAST],
    ["situational", SITUATIONAL],
    ["open", OPEN],
  ] as const)("finds every part of a %s answer that has them all", (type, text) => {
    expect(measure(text, type)).toMatchObject({
      kind: "measured",
      value: 1,
      detail: expect.stringContaining("missing: none"),
    });
  });

  test.each(["past", "situational", "open"] as const)("finds no part of a %s answer in a list of things", (type) => {
    expect(measure(NONE, type)).toMatchObject({ kind: "measured", value: 0, moments: [] });
  });

  test("a situation that comes last is no situation", () => {
    const late = `${"We packed boxes and carried lamps to the lorry and drove off. ".repeat(4)} At my last job.`;
    expect(measure(late, "past")).toMatchObject({ detail: expect.stringMatching(/^found: own actions;/) });
  });

  test.each([
    ["past", PAST],
    ["situational", SITUATIONAL],
    ["open", OPEN],
  ] as const)("counts the parts of a %s answer as far as they have to do with the question", (type, text) => {
    expect(measure(text, type, "en", () => 0)).toMatchObject({ value: 0, moments: [] });
    expect(measure(text, type, "en", () => 0.5)).toMatchObject({ value: 0.5 });
  });

  test("a part that needs two places counts no further than the second", () => {
    const text = `We packed boxes. I carried lamps. ${"There were rows of shelves and paper and tape near doors. ".repeat(3)}`;
    expect(measure(text, "past", "en", () => 1)).toMatchObject({ value: 0.3 });
    expect(measure(text, "past", "en", (at) => (at < 3 ? 1 : 0.4))).toMatchObject({ value: 0.3 * 0.4 });
    expect(measure(text, "past", "en", (at) => (at < 3 ? 1 : 0))).toMatchObject({ value: 0, moments: [] });
  });

  test("says what was found where, in words of behaviour, in order of time", () => {
    const result = measure(PAST, "past");
    if (result.kind !== "measured") throw new Error("not measured");
    expect(result.moments[0]).toMatchObject({ text: "situation: at my last", startMs: 0 });
    expect(result.moments.map((moment) => moment.startMs)).toEqual(
      result.moments.map((moment) => moment.startMs).sort((a, b) => a - b),
    );
  });

  test("is unmeasurable in another language and in a one-line reply", () => {
    expect(measure(PAST, "past", "de")).toEqual({ kind: "unmeasurable", reason: "language_not_calibrated" });
    expect(measure("I listened and it worked.", "past")).toEqual({ kind: "unmeasurable", reason: "too_few_words" });
  });
});
