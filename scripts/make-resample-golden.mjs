// Makes scoring/acoustics/testing/praat-resampled.json: tones at seven rates as Praat resamples them to 16 kHz.
// Needs the program `praat` (Debian package of that name) on the path. Run: node scripts/make-resample-golden.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.resolve(import.meta.dirname, "..");
const TARGET = path.join(ROOT, "scoring/acoustics/testing/praat-resampled.json");
const RESAMPLE = "Resample: 16000, 50";
const SCRIPT = `form Resample
  sentence In
  sentence Out
endform
sound = Read from file: in$
${RESAMPLE}
n = Get number of samples
writeFile: out$, ""
for i to n
  v = Get value at sample number: 1, i
  appendFileLine: out$, fixed$ (v, 6)
endfor
`;

const folder = mkdtempSync(path.join(tmpdir(), "resample-golden-"));
try {
  const script = path.join(folder, "resample.praat");
  writeFileSync(script, SCRIPT);
  const { RESAMPLED_RATES_HZ, tonesAt } = await loadSignals();
  const resampled = {};
  for (const rateHz of RESAMPLED_RATES_HZ) {
    const sound = path.join(folder, `${rateHz}.wav`);
    const out = path.join(folder, `${rateHz}.txt`);
    writeFileSync(sound, wav(tonesAt(rateHz), rateHz));
    execFileSync("praat", ["--run", script, sound, out]);
    resampled[rateHz] = readFileSync(out, "utf8").trim().split("\n").map(Number);
  }
  const praat = execFileSync("praat", ["--version"], { encoding: "utf8" }).trim();
  writeFileSync(TARGET, `${JSON.stringify({ praat, command: RESAMPLE, resampled })}\n`);
  console.log(`wrote ${path.relative(ROOT, TARGET)}`);
} finally {
  rmSync(folder, { recursive: true });
}

async function loadSignals() {
  const outfile = path.join(folder, "signals.mjs");
  const entry = path.join(ROOT, "scoring/acoustics/testing/resample-signals.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", alias: { "@": ROOT }, logLevel: "error" });
  return import(outfile);
}

function wav(samples, rateHz) {
  const HEADER_BYTES = 44;
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rateHz, 24);
  file.writeUInt32LE(rateHz * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => file.writeInt16LE(Math.round(sample * 32768), HEADER_BYTES + i * 2));
  return file;
}
