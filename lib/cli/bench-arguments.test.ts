import { describe, expect, it } from "vitest";
import { parseBenchArguments } from "@/lib/cli/bench-arguments";

const NAMES = ["decode.mp3.240s", "f0.30s", "f0.240s"];
const parse = (...argv: string[]) => parseBenchArguments(argv, NAMES);

describe("parseBenchArguments", () => {
  it("measures everything when nothing is said", () => {
    expect(parse()).toMatchObject({ only: "", json: false, memoryOf: null });
  });

  it("reads --only as the beginning of row names", () => {
    expect(parse("--only", "f0.", "--json")).toMatchObject({ only: "f0.", json: true });
  });

  it("refuses a beginning that no row has, and names the rows", () => {
    expect(() => parse("--only", "speed")).toThrow(/No row begins with "speed". Rows: decode.mp3.240s, f0.30s/);
    expect(() => parse("--only", "")).toThrow(/names no row/);
  });

  it("refuses unknown arguments in one line that says where help is", () => {
    expect(() => parse("--fast")).toThrow(/^[^\n]*'--fast'[^\n]*--help\.$/);
    expect(() => parse("decode")).toThrow(/^[^\n]*decode[^\n]*--help\.$/);
  });

  it("returns null when help is asked for, whatever else is there", () => {
    expect(parse("--only", "speed", "--help")).toBeNull();
  });
});
