// Makes the golden files of scoring/acoustics/testing: what Praat itself measures on the synthetic golden signals
// (praat-golden.json) and on the bundled answers (praat-golden-fixtures.json).
// Needs the program `praat` (the Debian package of that name) on the path.
// Run: node scripts/make-praat-golden.mjs
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundle } from "./bundle.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const TESTING = path.join(ROOT, "scoring/acoustics/testing");
const FIXTURES = path.join(ROOT, "public/fixtures");
const SCRIPT = path.join(ROOT, "scripts/praat-golden.praat");
const SAMPLE_RATE_HZ = 16_000;
const WAV_HEADER_BYTES = 44;
/** F0 and intensity of an answer are kept for its first seconds; its nuclei, which are few, for all of it. */
const FIXTURE_FRAMES_SECONDS = 20;
/** The commands that matter, as the script has them, so that a golden file says what it holds. */
const COMMANDS = readFileSync(SCRIPT, "utf8")
  .split("\n")
  .filter((line) => / = To | Get quantile| Get minimum: tt/.test(line))
  .map((line) => line.trim());

const decodeRecording = await loadDecoder();
const folder = mkdtempSync(path.join(tmpdir(), "praat-golden-"));
try {
  const signals = {};
  for (const [name, samples] of Object.entries(await loadSignals())) {
    const sound = path.join(folder, `${name}.wav`);
    writeFileSync(sound, wav(samples.map((sample) => Math.round(sample * 32768))));
    signals[name] = measure(sound);
  }
  save("praat-golden.json", { praat: praatVersion(), commands: COMMANDS, signals });

  const fixtures = {};
  for (const file of readdirSync(FIXTURES).filter((name) => /\.(mp3|opus)$/.test(name))) {
    const whole = path.join(folder, `${file}.wav`);
    const start = path.join(folder, `${file}.start.wav`);
    const pcm = await decode(path.join(FIXTURES, file));
    writeFileSync(whole, wav(pcm));
    writeFileSync(start, wav(pcm.subarray(0, FIXTURE_FRAMES_SECONDS * SAMPLE_RATE_HZ)));
    fixtures[file] = { ...measure(start), nucleiMs: measure(whole).nucleiMs };
  }
  save("praat-golden-fixtures.json", {
    praat: praatVersion(),
    commands: COMMANDS,
    framesSeconds: FIXTURE_FRAMES_SECONDS,
    fixtures,
  });
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0); // the decoder's process waits for more

async function loadSignals() {
  const outfile = path.join(folder, "signals.mjs");
  const entry = path.join(TESTING, "golden-signals.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", alias: { "@": ROOT }, logLevel: "error" });
  return (await import(outfile)).goldenSignals();
}

function praatVersion() {
  return execFileSync("praat", ["--version"], { encoding: "utf8" }).trim();
}

/** 16 kHz mono samples of 16 bits, by the application's own decoder: Praat must hear what the engine hears. */
async function decode(file) {
  const { pcm } = await decodeRecording(file, { limits: { maxBytes: 2 ** 28, maxSeconds: 900 } });
  return Int16Array.from(pcm, (sample) => Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
}

/** The decoder as it ships, with the process that it works in. */
async function loadDecoder() {
  await bundle(["decode-child"]);
  const outfile = path.join(ROOT, "dist", `golden-decoder.${process.pid}.mjs`);
  const entry = path.join(ROOT, "lib/media/decode-recording.ts");
  const options = { platform: "node", format: "esm", packages: "external", alias: { "@": ROOT }, logLevel: "error" };
  await build({ entryPoints: [entry], outfile, bundle: true, ...options });
  try {
    return (await import(outfile)).decodeRecording;
  } finally {
    rmSync(outfile);
  }
}

function measure(sound) {
  const out = `${sound}.txt`;
  // Praat warns on the error stream where a sound is all of one level.
  execFileSync("praat", ["--run", SCRIPT, sound, out], { stdio: ["ignore", "inherit", "ignore"] });
  const lines = readFileSync(out, "utf8").trim().split("\n");
  const numbers = (letter) => lines.filter((line) => line.startsWith(letter)).map((line) => Number(line.slice(2)));
  return { firstCentreS: numbers("T")[0], f0Hz: numbers("F"), intensityDb: numbers("I"), nucleiMs: numbers("N") };
}

function save(name, golden) {
  const target = path.join(TESTING, name);
  writeFileSync(target, `${JSON.stringify(golden)}\n`);
  console.log(`wrote ${path.relative(ROOT, target)}`);
}

/** A WAV file of 16-bit samples. */
function wav(samples) {
  const file = Buffer.alloc(WAV_HEADER_BYTES + samples.length * 2);
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
  samples.forEach((sample, i) => file.writeInt16LE(sample, WAV_HEADER_BYTES + i * 2));
  return file;
}
