import { describe, expect, it } from "vitest";
import { attachConsonants } from "@/scoring/acoustics/attach-consonants";

/** "v" voiced, "u" unvoiced but audible, "." neither; answers with "1" where speech is. */
function attach(pattern: string): string {
  const table = (letter: string): Uint8Array => Uint8Array.from(pattern, (c) => (c === letter ? 1 : 0));
  return attachConsonants(table("v"), table("u")).join("").replaceAll("0", ".");
}

describe("attachConsonants", () => {
  it("keeps a consonant that touches a vowel", () => {
    expect(attach("..uuuvvv..")).toBe("..111111..");
  });

  it("keeps the release after a closure of up to 100 ms", () => {
    expect(attach(`vvv${".".repeat(10)}uuu`)).toBe(`111${".".repeat(10)}111`);
  });

  it("drops a sound that stands further away, such as a click or a breath", () => {
    expect(attach(`vvv${".".repeat(11)}uuu`)).toBe("111".padEnd(17, "."));
  });

  it("keeps only the edge of a hiss that is too long for a consonant", () => {
    expect(attach(`vv${"u".repeat(31)}`)).toBe("11".padEnd(7, "1").padEnd(33, "."));
    expect(attach(`${"u".repeat(31)}vv`)).toBe("1111111".padStart(33, "."));
  });

  it("drops everything when nothing is voiced", () => {
    expect(attach("..uuuuu..")).toBe(".........");
  });
});
