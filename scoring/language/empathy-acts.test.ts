import { describe, expect, test } from "vitest";
import { findEmpathyActs } from "@/scoring/language/empathy-acts";
import { countDistinctActs, empathyOpportunity } from "@/scoring/language/empathy-occasion";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const tokensOf = (text: string) => tokenise(spokenWords(text), ENGLISH).tokens;
const acts = (text: string) =>
  findEmpathyActs(tokensOf(text), ENGLISH).acts.map(({ act, text: said }) => `${act}: ${said}`);
/** 25 words without an act: 10 s at the test's pace. */
const FILL =
  "the order came from a shop across town where boxes stood in rows and a man wrote numbers on paper until the lorry left";

describe("findEmpathyActs", () => {
  test.each([
    ["I completely understand that", "acknowledge: i completely understand"],
    ["the customer was really frustrated", "nameFeeling: frustrated"],
    ["I put them in her shoes", "perspective: in her shoes"],
    ["sorry about the delay", "apology: sorry about"],
    ["I'll look into this", "offer: i'll look into"],
    ["do not fear, rest assured", "reassure: rest assured"],
    ["thank you for waiting", "courtesy: thank you"],
    ["may I ask the number", "explore: may i ask"],
    ["where did it stop?", "explore: stop?"],
    ["good luck with it", "warmClose: good luck"],
    ["well that is company policy", "coldOrBlame: company policy"],
  ])("finds the act in %j", (text, expected) => expect(acts(text)).toEqual([expected]));

  test.each(["I was frustrated with the customer", "we moved. It is hard", "a difficult Monday for shops"])(
    "does not take %j for naming the other person's state",
    (text) => expect(acts(text)).toEqual([]),
  );

  test("counts the same words once in 20 s", () => {
    expect(acts(`thank you ${FILL} thank you`)).toHaveLength(1);
    expect(acts(`thank you ${FILL} ${FILL} ${FILL} thank you`)).toHaveLength(2);
  });

  test("counts at most two of the phrases that are strung together", () => {
    const strung = "I understand, I'm sorry about that, rest assured, good luck, thank you";
    expect(acts(`${strung} ${FILL} ${FILL} ${FILL} ${FILL}`)).toHaveLength(2);
  });

  test("keeps every cold phrase, whatever stands beside it", () => {
    expect(acts("thank you, good luck, that's not my problem").filter((act) => act.startsWith("cold"))).toHaveLength(1);
  });

  test("sees a text that is mostly stock phrases", () => {
    const stock = "thank you and good luck and rest assured and no worries and sorry for that";
    expect(findEmpathyActs(tokensOf(stock), ENGLISH).stuffed).toBe(true);
    expect(findEmpathyActs(tokensOf(`thank you ${FILL}`), ENGLISH).stuffed).toBe(false);
  });
});

describe("occasion", () => {
  test("a prompt about customers or conflict calls for acts, one about hobbies does not", () => {
    expect(empathyOpportunity("Tell me about a time you dealt with an upset customer.", ENGLISH)).toBe(true);
    expect(empathyOpportunity("How do you resolve disagreements?", ENGLISH)).toBe(true);
    expect(empathyOpportunity("What do you like to read?", ENGLISH)).toBe(false);
  });

  test("counts kinds of acts, not acts, and no cold ones", () => {
    const text = `thank you ${FILL} ${FILL} thank you ${FILL} rest assured ${FILL} not my problem`;
    expect(countDistinctActs(tokensOf(text), ENGLISH)).toBe(2);
  });
});
