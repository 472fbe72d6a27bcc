// Makes scoring/acoustics/testing/praat-golden.json: what Praat itself measures on the synthetic golden signals.
// Needs the program `praat` (Debian package of that name) on the path. Run: node scripts/make-praat-golden.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

const ROOT = path.resolve(import.meta.dirname, "..");
const TARGET = path.join(ROOT, "scoring/acoustics/testing/praat-golden.json");
const SAMPLE_RATE_HZ = 16_000;
const PITCH = 'To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600';
const INTENSITY = 'To Intensity: 50, 0, "yes"';
const SCRIPT = `form Golden values
  sentence In
  sentence Out
endform
sound = Read from file: in$
${PITCH}
n = Get number of frames
t = Get time from frame number: 1
writeFileLine: out$, "T ", fixed$ (t, 7)
for i to n
  f = Get value in frame: i, "Hertz"
  if f = undefined
    f = 0
  endif
  appendFileLine: out$, "F ", fixed$ (f, 3)
endfor
selectObject: sound
${INTENSITY}
n = Get number of frames
for i to n
  v = Get value in frame: i
  appendFileLine: out$, "I ", fixed$ (v, 4)
endfor
`;

const folder = mkdtempSync(path.join(tmpdir(), "praat-golden-"));
try {
  const script = path.join(folder, "golden.praat");
  writeFileSync(script, SCRIPT);
  const golden = { praat: praatVersion(), commands: [PITCH, INTENSITY], signals: {} };
  for (const [name, samples] of Object.entries(await loadSignals())) {
    const sound = path.join(folder, `${name}.wav`);
    const out = path.join(folder, `${name}.txt`);
    writeFileSync(sound, wav(samples));
    execFileSync("praat", ["--run", script, sound, out]);
    golden.signals[name] = readValues(readFileSync(out, "utf8"));
  }
  writeFileSync(TARGET, `${JSON.stringify(golden)}\n`);
  console.log(`wrote ${path.relative(ROOT, TARGET)}`);
} finally {
  rmSync(folder, { recursive: true });
}

async function loadSignals() {
  const outfile = path.join(folder, "signals.mjs");
  const entry = path.join(ROOT, "scoring/acoustics/testing/golden-signals.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", alias: { "@": ROOT }, logLevel: "error" });
  return (await import(outfile)).goldenSignals();
}

function praatVersion() {
  return execFileSync("praat", ["--version"], { encoding: "utf8" }).trim();
}

function readValues(text) {
  const lines = text.trim().split("\n");
  const numbers = (letter) => lines.filter((line) => line.startsWith(letter)).map((line) => Number(line.slice(2)));
  return { firstCentreS: numbers("T")[0], f0Hz: numbers("F"), intensityDb: numbers("I") };
}

function wav(samples) {
  const HEADER_BYTES = 44;
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE_HZ, 24);
  file.writeUInt32LE(SAMPLE_RATE_HZ * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => file.writeInt16LE(Math.round(sample * 32768), HEADER_BYTES + i * 2));
  return file;
}
