import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { parseCsv, readCsv, readJsonLines } from "@/lib/evaluation/read-csv";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "read-csv-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const row = z.object({ name: z.string(), level: z.coerce.number().int() });

describe("parseCsv", () => {
  it("keeps commas, doubled quotes and line breaks of quoted fields", () => {
    expect(parseCsv('a,b\r\n"x, ""y""\nz",2\n')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', "2"],
    ]);
  });

  it("keeps empty fields, also the last one", () => {
    expect(parseCsv("a,,\n,b,")).toEqual([
      ["a", "", ""],
      ["", "b", ""],
    ]);
  });

  it("says where a quote that never ends begins", () => {
    expect(() => parseCsv('a,"b\nc')).toThrow("near character 2");
  });
});

describe("readCsv", () => {
  it("gives each row as the schema makes it", () => {
    expect(readCsv(write("good.csv", "\uFEFFname,level\nmia,3\n"), row)).toEqual([{ name: "mia", level: 3 }]);
  });

  it("names file, row and column of a value that does not fit", () => {
    const file = write("bad.csv", "name,level\nmia,3\ntom,high\n");
    expect(() => readCsv(file, row)).toThrow(/bad\.csv row 3: level: /);
  });

  it("names a row with too few fields, and a file that is not there", () => {
    expect(() => readCsv(write("ragged.csv", "name,level\nmia\n"), row)).toThrow(/row 2 has 1 fields, the header 2/);
    expect(() => readCsv(path.join(folder, "none.csv"), row)).toThrow(/none\.csv is missing/);
    expect(() => readCsv(write("empty.csv", ""), row)).toThrow(/is empty/);
  });
});

describe("readJsonLines", () => {
  it("skips blank lines and names a line that is not JSON or does not fit", () => {
    const line = z.object({ id: z.string() });
    expect(readJsonLines(write("good.jsonl", '{"id":"a"}\n\n{"id":"b"}\n'), line)).toHaveLength(2);
    expect(() => readJsonLines(write("bad.jsonl", '{"id":"a"}\n{id}\n'), line)).toThrow(
      /bad\.jsonl line 2 is not JSON/,
    );
    expect(() => readJsonLines(write("odd.jsonl", '{"id":1}\n'), line)).toThrow(/odd\.jsonl line 1: id: /);
  });
});
