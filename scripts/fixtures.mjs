/**
 * Makes the fixture answers in public/fixtures from the scripts in scripts/fixtures/answers: synthetic voices (flite,
 * espeak-ng), known words, known pauses. Run it after changing a script: `npm run fixtures [-- KEY ...]`.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { addNoise } from "./fixtures/add-noise.mjs";
import { parseScript } from "./fixtures/parse-script.mjs";
import { speakPhrase } from "./fixtures/speak-phrase.mjs";
import { writeAnswer } from "./fixtures/write-answer.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const FOLDER = path.join(ROOT, "public/fixtures");
const MANIFEST = path.join(FOLDER, "manifest.json");
const RATE_HZ = 16_000;
/** Loudest sample after mixing: voices come at different levels. */
const PEAK = 0.5;
/** Silence before and after the answer, as on a real recording. */
const EDGE_SECONDS = 0.5;
/** In the order in which they are shown. */
const KEYS = ["strong", "average", "weak", "one-line", "off-topic", "read-aloud", "two-speakers", "noisy", "silence"];

function requirePrograms() {
  for (const program of ["flite", "espeak-ng", "ffmpeg"]) {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
    } catch {
      console.error(
        `${program} is needed to make the fixture answers. On Debian: apt-get install flite espeak-ng ffmpeg`,
      );
      process.exit(2);
    }
  }
}

function mix({ meta, parts }, temporary) {
  const chunks = [new Float32Array(EDGE_SECONDS * RATE_HZ)];
  const words = [];
  let seconds = EDGE_SECONDS;
  for (const part of parts) {
    if (part.kind === "silence") chunks.push(new Float32Array(Math.round(part.seconds * RATE_HZ)));
    else {
      const spoken = speakPhrase({ ...part, stretch: Number(meta.rate), folder: temporary });
      const peak = spoken.samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      chunks.push(spoken.samples.map((value) => (value / peak) * PEAK));
      words.push(...spoken.words.map((word) => ({ ...word, start: word.start + seconds, end: word.end + seconds })));
    }
    seconds += chunks.at(-1).length / RATE_HZ;
  }
  chunks.push(new Float32Array(EDGE_SECONDS * RATE_HZ));
  const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  chunks.reduce((at, chunk) => (samples.set(chunk, at), at + chunk.length), 0);
  addNoise(samples, meta.noise_snr_db ? Number(meta.noise_snr_db) : null);
  return { samples, words };
}

function makeAnswer(key, temporary) {
  const script = parseScript(readFileSync(path.join(ROOT, "scripts/fixtures/answers", `${key}.txt`), "utf8"));
  const { title, prompt, prompt_type, role, format } = script.meta;
  const { samples, words } = mix(script, temporary);
  const facts = writeAnswer({ key, format, samples, words, folder: FOLDER, temporary });
  return { key, title, prompt, prompt_type, role_benchmark: role, language: "en", synthetic: true, ...facts };
}

requirePrograms();
mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const unknown = wanted.filter((key) => !KEYS.includes(key));
if (unknown.length) {
  console.error(`unknown fixture ${unknown.join(", ")}; known: ${KEYS.join(", ")}`);
  process.exit(2);
}
const before = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, "utf8")).answers : [];
const temporary = mkdtempSync(path.join(tmpdir(), "earshot-fixtures-"));
try {
  const answers = KEYS.map((key) => {
    if (wanted.length && !wanted.includes(key)) return before.find((answer) => answer.key === key);
    console.error(`making ${key}`);
    return makeAnswer(key, temporary);
  });
  writeFileSync(
    MANIFEST,
    `${JSON.stringify({ note: "Synthetic voices; texts written for this project.", answers }, null, 2)}\n`,
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
