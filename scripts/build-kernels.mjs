#!/usr/bin/env node
/**
 * Compiles the acoustic kernels (scoring/acoustics/kernels/wasm, AssemblyScript) to WebAssembly and writes the bytes as a
 * TypeScript module, because scoring/ reads no files. `--check` compiles too, writes nothing, and fails when the committed
 * module is not what the sources give: the compiler gives the same bytes everywhere.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import asc from "assemblyscript/asc";

const ROOT = path.resolve(import.meta.dirname, "..");
const SOURCE = "scoring/acoustics/kernels/wasm/kernels.ts";
const TARGET = "scoring/acoustics/kernels/compiled/kernel-bytes.ts";
const OPTIONS = [
  ["--enable", "simd"],
  ["--runtime", "stub"],
  ["--optimizeLevel", "3"],
  ["--shrinkLevel", "0"],
  ["--converge"],
  ["--noAssert"],
  // Vectors in the signatures of functions that only other kernels call; addresses of 32 bits: both are meant.
  ["--disableWarning", "112"],
  ["--disableWarning", "201"],
].flat();

const built = moduleText(await compile());
const target = path.join(ROOT, TARGET);
const current = existsSync(target) ? readFileSync(target, "utf8") : "";
if (current === built) {
  console.log(`kernels: ${TARGET} is up to date`);
} else if (process.argv.includes("--check")) {
  console.error(
    `${TARGET} is not what ${path.dirname(SOURCE)} gives: run node scripts/build-kernels.mjs and commit it.`,
  );
  process.exitCode = 1;
} else {
  writeFileSync(target, built);
  console.log(`kernels: wrote ${TARGET}`);
}

async function compile() {
  let bytes = null;
  const { error, stderr } = await asc.main([SOURCE, "--outFile", "kernels.wasm", "--baseDir", ROOT, ...OPTIONS], {
    writeFile(name, contents) {
      if (name === "kernels.wasm") bytes = contents;
    },
  });
  process.stderr.write(stderr.toString());
  if (error !== null || bytes === null) throw new Error(`the kernels do not compile: ${error?.message ?? "no output"}`);
  return bytes;
}

function moduleText(bytes) {
  return [
    "/** The compiled kernels. Made by scripts/build-kernels.mjs from scoring/acoustics/kernels/wasm; do not edit. */",
    "export const KERNEL_BYTES_BASE64 =",
    `  "${Buffer.from(bytes).toString("base64")}";`,
    "",
  ].join("\n");
}
