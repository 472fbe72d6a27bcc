import { z } from "zod";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { LONGEST_RECORDING_MS } from "@/scoring/acoustics/analyse-acoustics";
import { entriesInBase64, toBase64, uint16FromBase64 } from "@/scoring/acoustics/base64-table";
import { fromSteps, toSteps } from "@/scoring/acoustics/quantise";

const MAX_FRAMES = LONGEST_RECORDING_MS / 10;
/** Base64 writes 2 bytes in at most 4 characters. */
const MAX_TABLE_CHARACTERS = MAX_FRAMES * 4;
/** More events than the shortest run, or 10 ms, could make room for. */
const MAX_EVENTS = MAX_FRAMES;

const timeMs = z.number().min(0).max(LONGEST_RECORDING_MS);
const levelDb = z.number().min(-327).max(327);
const intervalPair = z
  .tuple([timeMs, timeMs])
  .refine(([startMs, endMs]) => startMs <= endMs, { message: "an interval must not end before it starts" });

/**
 * Acoustic artifacts as JSON: the tables as base64 of 16-bit little-endian whole numbers (hundredths of dB, signed;
 * hundredths of Hz, 0 = unvoiced), intervals as [start, end] pairs. About 140 kB for four minutes.
 */
export const storedAcousticsSchema = z
  .strictObject({
    version: z.literal("acoustics@1"),
    duration_ms: timeMs,
    frame_count: z.int().min(0).max(MAX_FRAMES),
    first_centre_ms: timeMs,
    energy_cdb: z.base64().max(MAX_TABLE_CHARACTERS),
    f0_chz: z.base64().max(MAX_TABLE_CHARACTERS),
    runs_ms: z.array(intervalPair).max(MAX_EVENTS),
    nuclei_ms: z.array(timeMs).max(MAX_EVENTS),
    hesitations_ms: z.array(intervalPair).max(MAX_EVENTS),
    levels: z.strictObject({
      speech_db: levelDb.nullable(),
      noise_db: levelDb,
      snr_db: z.number().min(-654).max(654).nullable(),
      clipped_share: z.number().min(0).max(1),
      gain_control_suspected: z.boolean(),
    }),
  })
  .superRefine((stored, context) => {
    for (const key of ["energy_cdb", "f0_chz"] as const) {
      const length = entriesInBase64(stored[key]);
      if (length !== stored.frame_count) {
        const found = Number.isInteger(length) ? `${length} entries` : "no whole 16-bit entries";
        const message = `the table has ${found}, frame_count says ${stored.frame_count}`;
        context.addIssue({ code: "custom", path: [key], message });
      }
    }
  });

export type StoredAcoustics = z.infer<typeof storedAcousticsSchema>;

/** Compact JSON of the artifacts; fromStoredAcoustics gives back exactly the same. */
export function toStoredAcoustics(artifacts: AcousticArtifacts): StoredAcoustics {
  const { frames, levels } = artifacts;
  return {
    version: artifacts.version,
    duration_ms: artifacts.durationMs,
    frame_count: frames.count,
    first_centre_ms: frames.firstCentreMs,
    energy_cdb: toBase64(Array.from(frames.energyDb, toSteps)),
    f0_chz: toBase64(Array.from(frames.f0Hz, (hz) => (Number.isNaN(hz) ? 0 : toSteps(hz)))),
    runs_ms: artifacts.runs.map(({ startMs, endMs }) => [startMs, endMs]),
    nuclei_ms: [...artifacts.nucleiMs],
    hesitations_ms: artifacts.hesitations.map(({ startMs, endMs }) => [startMs, endMs]),
    levels: {
      speech_db: levels.speechDb,
      noise_db: levels.noiseDb,
      snr_db: levels.snrDb,
      clipped_share: levels.clippedShare,
      gain_control_suspected: levels.gainControlSuspected,
    },
  };
}

/**
 * Reads what toStoredAcoustics wrote.
 *
 * @throws ZodError naming the field, when the JSON is not of that form (another version, a table of another length).
 */
export function fromStoredAcoustics(json: unknown): AcousticArtifacts {
  const stored = storedAcousticsSchema.parse(json);
  const energy = decodeTable(stored.energy_cdb);
  const f0 = decodeTable(stored.f0_chz);
  return {
    version: stored.version,
    durationMs: stored.duration_ms,
    frames: {
      count: stored.frame_count,
      firstCentreMs: stored.first_centre_ms,
      energyDb: valuesOf(new Int16Array(energy.buffer), fromSteps(0)),
      f0Hz: valuesOf(f0, NaN),
    },
    runs: stored.runs_ms.map(([startMs, endMs]) => ({ startMs, endMs })),
    nucleiMs: stored.nuclei_ms,
    hesitations: stored.hesitations_ms.map(([startMs, endMs]) => ({ startMs, endMs })),
    levels: {
      speechDb: stored.levels.speech_db,
      noiseDb: stored.levels.noise_db,
      snrDb: stored.levels.snr_db,
      clippedShare: stored.levels.clipped_share,
      gainControlSuspected: stored.levels.gain_control_suspected,
    },
  };
}

/** The values that the steps stand for; `zero` is what 0 steps mean. */
function valuesOf(steps: Int16Array | Uint16Array, zero: number): Float32Array {
  const values = new Float32Array(steps.length);
  for (let i = 0; i < steps.length; i++) values[i] = steps[i] === 0 ? zero : fromSteps(steps[i] as number); // in range
  return values;
}

/** The schema has checked that the text decodes. */
function decodeTable(text: string): Uint16Array<ArrayBuffer> {
  const table = uint16FromBase64(text);
  if (table === undefined) throw new TypeError("a checked table did not decode");
  return table;
}
