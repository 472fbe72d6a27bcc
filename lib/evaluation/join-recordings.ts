import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";

/** Kept or made before and after the speech of each recording: 0.6 s of pause between two sentences. */
const ROOM_MS = 300;
/** Less room sound than this repeats audibly; then the pause is digital silence. */
const SHORTEST_ROOM_MS = 20;
const PER_MS = SAMPLE_RATE_HZ / 1_000;

export interface RecordingPart {
  readonly pcm: Float32Array;
  /** Stretches of speech in it. */
  readonly runs: readonly Interval[];
}

export interface JoinedRecording {
  readonly pcm: Float32Array;
  /** Where each part's speech lies in the whole, in the order of the parts. */
  readonly speech: readonly Interval[];
}

/**
 * Recordings of one speaker as one answer: of each its speech, first run to last, with 0.3 s of its own room before and
 * after. What a recording has more is cut; what it has less is made of its own room sound, run forwards and backwards in
 * turn (a loop would click); with under 20 ms of it the pause is silent. A recording without speech is left out (its
 * place is an empty stretch).
 */
export function joinRecordings(parts: readonly RecordingPart[]): JoinedRecording {
  const pieces: Float32Array[] = [];
  const speech: Interval[] = [];
  let at = 0;
  const add = (piece: Float32Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const { pcm, runs } of parts) {
    const first = runs[0];
    const last = runs.at(-1);
    if (first === undefined || last === undefined) {
      speech.push({ startMs: at / PER_MS, endMs: at / PER_MS });
      continue;
    }
    const from = Math.round(first.startMs * PER_MS);
    const to = Math.min(pcm.length, Math.round(last.endMs * PER_MS));
    // Read away from the speech, so that the sound next to it is its own.
    add(roomSound(pcm.slice(0, from).reverse()).reverse());
    const startMs = at / PER_MS;
    add(pcm.subarray(from, to));
    speech.push({ startMs, endMs: at / PER_MS });
    add(roomSound(pcm.slice(to)));
  }
  const joined = new Float32Array(at);
  pieces.reduce((offset, piece) => (joined.set(piece, offset), offset + piece.length), 0);
  return { pcm: joined, speech };
}

/** 0.3 s from the start of `room`, turning round at its ends. */
function roomSound(room: Float32Array): Float32Array {
  const wanted = new Float32Array(ROOM_MS * PER_MS);
  if (room.length < SHORTEST_ROOM_MS * PER_MS) return wanted;
  const period = 2 * room.length;
  for (let at = 0; at < wanted.length; at += 1) {
    const phase = at % period;
    wanted[at] = room[phase < room.length ? phase : period - 1 - phase] ?? 0;
  }
  return wanted;
}
