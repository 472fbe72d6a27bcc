import { expect, test } from "vitest";
import { UsageError } from "@/lib/cli/command-outcome";
import { parseScoreArguments } from "@/lib/cli/score-arguments";

test("a file and a role are enough; the rest has defaults", () => {
  expect(parseScoreArguments(["answer.mp3", "--role", "sales"])).toMatchObject({
    ...{ file: "answer.mp3", role: "sales", language: "en", channel: "mix", mode: "standard" },
    ...{ timings: false, json: false },
  });
});

test.each([
  ["pt-BR", "pt"],
  ["EN_gb", "en"],
  ["fil", "fil"],
])("the language of %s is read as the API reads it: %s", (code, language) => {
  expect(parseScoreArguments(["a.mp3", "--role", "sales", "--language", code])).toMatchObject({ language });
});

test("help is asked for before anything is checked", () => {
  expect(parseScoreArguments(["--help"])).toBeNull();
});

test.each([
  [["--role", "sales"], /Name the recording/],
  [["a.mp3"], /--role is missing. Known roles: customer_support, sales/],
  [["a.mp3", "--role", "astronaut"], /Unknown role "astronaut". Known roles: customer_support, sales/],
  [["a.mp3", "b.mp3", "--role", "sales"], /"b.mp3" is one too many/],
  [["a.mp3", "--role", "sales", "--speed", "3"], /--speed/],
  [["a.mp3", "--role", "sales", "--mode", "kind"], /--mode must be one of standard, wording_only/],
  [["a.mp3", "--role", "sales", "--prompt-type", "past"], /--prompt-type needs --prompt/],
  [["a.mp3", "--role", "sales", "--language", "English"], /--language must be one of en, es, /],
  [["a.mp3", "--role", "sales", "--language", "xx"], /--language must be one of en, es, pt, .*, fil, zh, ja\.$/],
  [["a.mp3", "--role", "sales", "--language", "toString"], /--language must be one of/],
  [["a.mp3", "--role", "sales", "--language", ""], /--language must be one of/],
  [["a.mp3", "--role"], /--role/],
] as const)("%j is refused in one line that says what to do", (argv, message) => {
  expect(() => parseScoreArguments(argv)).toThrow(UsageError);
  expect(() => parseScoreArguments(argv)).toThrow(message);
  try {
    parseScoreArguments(argv);
  } catch (error) {
    expect(String(error)).not.toContain("\n");
  }
});
