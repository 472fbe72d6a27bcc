import { expect, test } from "vitest";
import { completeLockFile } from "./complete-lock-file.mjs";

const lockWith = (packages) => ({ packages: { "": {}, ...packages } });

test("an optional package that the registry lacked is added for its system and processor", () => {
  const lock = lockWith({
    "node_modules/tool": { version: "1.2.3", dev: true, optionalDependencies: { "@tool/darwin-arm64": "1.2.3" } },
  });
  expect(completeLockFile(lock)).toEqual(["node_modules/@tool/darwin-arm64"]);
  expect(lock.packages["node_modules/@tool/darwin-arm64"]).toEqual({
    version: "1.2.3",
    cpu: ["arm64"],
    dev: true,
    os: ["darwin"],
    optional: true,
  });
});

test("what is there already, beside its parent or above it, is left alone", () => {
  const lock = lockWith({
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a/node_modules/b": { version: "1.0.0", optionalDependencies: { "b-linux-x64": "1.0.0" } },
    "node_modules/b-linux-x64": { version: "1.0.0" },
  });
  expect(completeLockFile(lock)).toEqual([]);
});

test("completing twice adds nothing the second time", () => {
  const lock = lockWith({ "node_modules/t": { version: "1.0.0", optionalDependencies: { "t-win32-x64": "^1.0.0" } } });
  completeLockFile(lock);
  expect(completeLockFile(lock)).toEqual([]);
});
