import { describe, expect, it } from "vitest";
import type { Prompt, ScorerInput } from "@/scoring/pipeline/scorer-input";
import type { Transcript } from "@/scoring/transcripts/words";

/** Every key at every depth of plain objects and arrays; functions (word vectors) hold no data of a person. */
type KeysWithin<T> = T extends (...args: never[]) => unknown
  ? never
  : T extends readonly (infer Item)[]
    ? KeysWithin<Item>
    : T extends Float32Array
      ? never
      : T extends object
        ? { [K in keyof T & string]: K | KeysWithin<T[K]> }[keyof T & string]
        : never;

type ProtectedKey =
  | "name"
  | "firstName"
  | "lastName"
  | "email"
  | "phone"
  | "address"
  | "postcode"
  | "country"
  | "nationality"
  | "birthDate"
  | "age"
  | "gender"
  | "sex"
  | "pronouns"
  | "race"
  | "ethnicity"
  | "origin"
  | "religion"
  | "school"
  | "university"
  | "firstLanguage"
  | "accent"
  | "accentScore"
  | "photo"
  | "video"
  | "timeZone"
  | "userAgent"
  | "candidate"
  | "candidateId"
  | "externalId"
  | "metadata"
  | "role"
  | "roleBenchmark"
  | "position"
  | "tenant"
  | "organization"
  | "speaker"
  | "speakerId"
  | "embedding"
  | "formants"
  | "jitter"
  | "shimmer";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

// These lines are the test: they stop compiling when a protected key, or any new key at all, gets into the type.
const HOLDS_NO_PROTECTED_KEY: Same<Extract<KeysWithin<ScorerInput>, ProtectedKey>, never> = true;
const HOLDS_EXACTLY: Same<
  keyof ScorerInput,
  "acoustics" | "transcript" | "language" | "prompt" | "accommodations" | "vectors"
> = true;
const PROMPT_HOLDS_EXACTLY: Same<keyof Prompt, "text" | "type" | "endMs"> = true;
const TRANSCRIPT_HOLDS_EXACTLY: Same<keyof Transcript, "source" | "language" | "words" | "meanConfidence"> = true;
/** Shows that the check above can fail. */
const WOULD_NOTICE: Same<Extract<KeysWithin<{ deep: { gender: string }[] }>, ProtectedKey>, never> = false;

describe("ScorerInput", () => {
  it("has no key for a protected attribute or the role, at any depth (checked by the compiler)", () => {
    const checks = [HOLDS_NO_PROTECTED_KEY, HOLDS_EXACTLY, PROMPT_HOLDS_EXACTLY, TRANSCRIPT_HOLDS_EXACTLY];
    expect(checks).toEqual([true, true, true, true]);
    expect(WOULD_NOTICE).toBe(false);
  });
});
