import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const SCRIPTS = path.resolve(import.meta.dirname, "..");

let folder;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "earshot-settings-"));
  fs.writeFileSync(path.join(folder, "file"), "");
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const REFUSED = [
  [{ PORT: "abc" }, 'PORT is "abc"; it must be a number from 1 to 65535.\n'],
  [{ PORT: "0" }, 'PORT is "0"; it must be a number from 1 to 65535.\n'],
  [{ PORT: "70000" }, 'PORT is "70000"; it must be a number from 1 to 65535.\n'],
  [{ PORT: "1e3" }, 'PORT is "1e3"; it must be a number from 1 to 65535.\n'],
  [
    { DATA_DIR: "FOLDER/file/data" },
    /^The data folder \S+ cannot be made \(ENOTDIR\)\. Set DATA_DIR to another one\.\n$/,
  ],
];

test.each(["doctor.mjs", "up.mjs"].flatMap((script) => REFUSED.map((refused) => [script, ...refused])))(
  "%s with %j ends with exit code 2 and one line on standard error",
  (script, setting, line) => {
    const given = Object.entries(setting).map(([name, value]) => [name, value.replace("FOLDER", folder)]);
    const env = { ...process.env, DATA_DIR: path.join(folder, "data"), ...Object.fromEntries(given) };
    const ended = spawnSync(process.execPath, [path.join(SCRIPTS, script)], { env, encoding: "utf8" });
    expect({ status: ended.status, stdout: ended.stdout }).toEqual({ status: 2, stdout: "" });
    expect(ended.stderr).toMatch(line);
    expect(ended.stderr.trim()).not.toContain("\n");
  },
);
