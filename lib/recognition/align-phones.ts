import type { Decoder, Segment } from "soundswallower";
import type { AlignmentModel } from "@/lib/recognition/alignment-model";
import type { PhoneAlignmentRequest, PhoneAlignmentResponse } from "@/lib/recognition/alignment-messages";
import { ALIGNMENT_BEAMS } from "@/lib/recognition/align-words";
import { loadDecoder } from "@/lib/recognition/load-decoder";
import { spokenTokens } from "@/lib/recognition/spoken-tokens";
import type { AlignedPhone, PhoneSpan } from "@/scoring/transcripts/phones";

/** All states are scored in every frame, so that "best state" means best of the whole model. */
const ALL_STATES = { compallsen: true };
/**
 * Search of the free phone loop. On 20 recordings (70 s) these beams lose .002 nats a frame against 1e-60, for 60 % of the
 * time. A language weight and insertion probability of 1: every phone may follow every other.
 */
const FREE_BEAMS = { beam: 1e-20, pbeam: 1e-20, wbeam: 1e-10, maxhmmpf: -1, lw: 1, wip: 1 };
/** PocketSphinx keeps state scores divided by 2^10 (SENSCR_SHIFT) and prints exp of their sum as `p`. */
const SCORE_SCALE = 1024;
/** `p` is printed with three decimals: 0.000 means below this. */
const LOWEST_PRINTED = 0.0005;
/** The dictionary grows with unknown words; a child that has aligned many texts starts anew. */
const MAX_ADDED_WORDS = 20_000;
const PHONES =
  "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH".split(" ");
/** One-phone words of the loop. Dictionary words are lower case: none of them is called so. */
const LOOP_PREFIX = "PHONE";

interface LoadedPair {
  readonly text: Decoder;
  readonly loop: Decoder;
  added: number;
}

const loaded = new Map<AlignmentModel, Promise<LoadedPair>>();

/**
 * Words and phones of a known text with times and likelihoods, and the same sound as a free sequence of phones. English
 * only. About 0.17 s of one core for a second of sound. Nothing is refused: how well the text fits is for the caller.
 */
export async function alignPhones(request: PhoneAlignmentRequest): Promise<PhoneAlignmentResponse> {
  const pair = await pairFor(request.model);
  const { tokens: spoken, added } = spokenTokens(request.words, request.model, pair.text);
  pair.added += added;
  if (spoken.length === 0) return { ok: false, detail: "None of the words can be pronounced." };
  try {
    pair.text.set_align_text(spoken.map(({ token }) => token).join(" "));
    const heard = search(pair.text, request.samples, 1);
    if (heard.filter((segment) => !isPause(segment)).length !== spoken.length) {
      return { ok: false, detail: "The words do not fit into the sound." };
    }
    const free = search(pair.loop, request.samples, 0).filter(({ t }) => t !== "(NULL)");
    const words = spoken.map(({ word }) => word);
    return { ok: true, phones: { aligned: alignedPhones(heard, words), free: free.map(toSpan) } };
  } catch {
    // The decoder throws where no path reaches the end; its state is unknown then.
    loaded.delete(request.model);
    pair.text.delete();
    pair.loop.delete();
    return { ok: false, detail: "The words do not fit into the sound." };
  }
}

function search(decoder: Decoder, samples: Float32Array, level: 0 | 1): Segment[] {
  decoder.start();
  decoder.process_audio(samples, false, true);
  decoder.stop();
  return decoder.get_alignment({ align_level: level }).w ?? [];
}

/** `words`: the written word of each spoken one, in order. */
function alignedPhones(heard: readonly Segment[], words: readonly number[]): AlignedPhone[] {
  let spoken = 0;
  return heard.flatMap((segment) => {
    const word = isPause(segment) ? null : (words[spoken++] ?? 0);
    return (segment.w ?? [segment]).map((phone) => ({ ...toSpan(phone), word }));
  });
}

function toSpan({ t, b, d, p }: Segment): PhoneSpan {
  const phone = t.startsWith(LOOP_PREFIX) ? t.slice(LOOP_PREFIX.length) : t;
  return {
    phone: PHONES.includes(phone) ? phone : "SIL",
    startMs: Math.round(b * 1000),
    endMs: Math.round((b + d) * 1000),
    logLikelihood: Math.round(Math.log(Math.max(p, LOWEST_PRINTED)) * SCORE_SCALE * 100) / 100,
  };
}

function isPause({ t }: Segment): boolean {
  return /^[<[]/.test(t);
}

async function pairFor(name: AlignmentModel): Promise<LoadedPair> {
  const warm = await loaded.get(name);
  if (warm && warm.added < MAX_ADDED_WORDS) return warm;
  warm?.text.delete();
  warm?.loop.delete();
  const fresh = loadPair(name);
  loaded.set(name, fresh);
  fresh.catch(() => loaded.delete(name));
  return fresh;
}

async function loadPair(name: AlignmentModel): Promise<LoadedPair> {
  const text = await loadDecoder(name, { ...ALL_STATES, ...ALIGNMENT_BEAMS });
  const loop = await loadDecoder(name, { ...ALL_STATES, ...FREE_BEAMS });
  loop.add_words(...PHONES.map((phone): [string, string] => [LOOP_PREFIX + phone, phone]));
  const choice = PHONES.map((phone) => LOOP_PREFIX + phone).join(" | ");
  loop.set_grammar(`#JSGF V1.0;\ngrammar phones;\npublic <sound> = (${choice})+ ;\n`);
  return { text, loop, added: 0 };
}
