import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { resampleByRatio } from "@/scoring/evaluation/sound-changes/resample-by-ratio";

const run = promisify(execFile);
/** A phrase takes tens of milliseconds. */
const TIMEOUT_MS = 20_000;
const AUDIBLE = 0.003;

/** A voice of one of two synthesisers. */
export interface SyntheticVoice {
  readonly program: "flite" | "espeak-ng";
  /** As the program names it; "en-gb-x-rp+f3" is an accent with a voice. */
  readonly name: string;
}

/** Two sexes of American, Scottish, Southern British, West Midlands and Caribbean English. */
export const SYNTHETIC_VOICES: readonly SyntheticVoice[] = [
  { program: "flite", name: "slt" },
  { program: "flite", name: "rms" },
  { program: "flite", name: "awb" },
  { program: "espeak-ng", name: "en-gb-scotland+f2" },
  { program: "espeak-ng", name: "en-gb-x-rp" },
  { program: "espeak-ng", name: "en-gb-x-rp+f3" },
  { program: "espeak-ng", name: "en-gb-x-gbcwmd" },
  { program: "espeak-ng", name: "en-gb-x-gbcwmd+f2" },
  { program: "espeak-ng", name: "en-029" },
  { program: "espeak-ng", name: "en-029+f3" },
];

/** What the two programs say of their versions; null where one of them is not installed. */
export async function synthesiserVersions(): Promise<string | null> {
  try {
    const said = await Promise.all(
      (["flite", "espeak-ng"] as const).map((program) => run(program, ["--version"], { timeout: TIMEOUT_MS })),
    );
    return said.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim()).join("\n");
  } catch (error) {
    // One that is there and fails is not absent; flite ends with 1 after its version.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    return "unknown";
  }
}

/**
 * The phrase in this voice, 16 kHz, without the silence around it; null where the program or the voice is not installed.
 *
 * @param file a temporary file that it may write
 */
export async function speakPhrase(text: string, voice: SyntheticVoice, file: string): Promise<Float32Array | null> {
  const options = voice.program === "flite" ? ["-voice", voice.name, "-o", file, "-t", text] : null;
  try {
    await run(voice.program, options ?? ["-v", voice.name, "-w", file, text], { timeout: TIMEOUT_MS });
    const { pcm, rateHz } = readWav(await readFile(file));
    const ratio = rateHz / SAMPLE_RATE_HZ;
    const sound = ratio === 1 ? pcm : resampleByRatio(pcm, ratio, Math.floor(pcm.length / ratio));
    const first = sound.findIndex((value) => Math.abs(value) > AUDIBLE);
    const last = sound.findLastIndex((value) => Math.abs(value) > AUDIBLE);
    return first < 0 ? null : sound.slice(first, last + 1);
  } catch {
    return null;
  }
}

/** A 16-bit mono WAV file as both programs write it. espeak-ng may state a size beyond the end. @throws RangeError */
function readWav(bytes: Buffer): { pcm: Float32Array; rateHz: number } {
  let rateHz = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    const id = bytes.toString("latin1", at, at + 4);
    if (id === "fmt ") rateHz = bytes.readUInt32LE(at + 12);
    if (id === "data" && rateHz > 0) {
      const pcm = Float32Array.from({ length: size >> 1 }, (_, i) => bytes.readInt16LE(at + 8 + 2 * i) / 32_768);
      return { pcm, rateHz };
    }
    at += 8 + size + (size & 1);
  }
  throw new RangeError("a WAV file without samples");
}
