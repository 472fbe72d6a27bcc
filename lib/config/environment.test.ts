import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { ENVIRONMENT_SCHEMA, parseEnvironment } from "@/lib/config/environment";

describe("the environment", () => {
  test("needs nothing: every setting has a default or may be absent", () => {
    const settings = parseEnvironment({});
    expect(settings).toMatchObject({
      PORT: 3000,
      MEDIA_MAX_SECONDS: 900,
      MEDIA_MAX_BYTES: 209_715_200,
      STORAGE: "disk",
    });
    expect(path.isAbsolute(settings.dataDir)).toBe(true);
  });

  test("takes an empty variable for an absent one where absence means something", () => {
    expect(parseEnvironment({ DATABASE_URL: "", FFMPEG_PATH: "" }).DATABASE_URL).toBeUndefined();
  });

  test("names every variable that is wrong", () => {
    const variables = { PORT: "70000", DATABASE_URL: "mysql://db", NEXTAUTH_SECRET: "short" };
    expect(() => parseEnvironment(variables)).toThrow(/DATABASE_URL[^]*PORT|PORT[^]*DATABASE_URL/);
    expect(() => parseEnvironment(variables)).toThrow(/NEXTAUTH_SECRET/);
  });

  test("is described in .env.example completely, and nothing else is", () => {
    const example = readFileSync(path.resolve(".env.example"), "utf8");
    const described = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(described.sort()).toEqual(Object.keys(ENVIRONMENT_SCHEMA.shape).sort());
  });
});
