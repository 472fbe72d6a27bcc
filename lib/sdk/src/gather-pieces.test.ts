import { describe, expect, it } from "vitest";
import { gatherPieces } from "./gather-pieces.js";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is given for pieces that come so many milliseconds after the one before. */
async function gather(...pieces: readonly (readonly [afterMs: number, text: string])[]): Promise<string[]> {
  let now = 0;
  async function* spoken() {
    for (const [afterMs, text] of pieces) {
      now += afterMs;
      yield bytes(text);
    }
  }
  const given: string[] = [];
  for await (const piece of gatherPieces(spoken(), () => now)) given.push(new TextDecoder().decode(piece));
  return given;
}

describe("pieces of a recording", () => {
  it("go together while less than a second has passed, and the rest at the end", async () => {
    expect(await gather([0, "a"], [400, "b"], [700, "c"], [100, "d"], [100, "e"])).toEqual(["abc", "de"]);
  });

  it("go at once where they are large, however fast they come", async () => {
    const large = "x".repeat(1_048_576);
    expect(await gather([0, large], [0, large], [0, "end"])).toEqual([large, large, "end"]);
  });

  it("are none where nothing comes", async () => {
    expect(await gather()).toEqual([]);
    expect(await gather([0, ""])).toEqual([]);
  });
});
