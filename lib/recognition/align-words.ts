import type { Decoder, Segment } from "soundswallower";
import type { AlignmentModel } from "@/lib/recognition/alignment-model";
import type { AlignedToken, AlignmentRequest, AlignmentResponse } from "@/lib/recognition/alignment-messages";
import { loadDecoder } from "@/lib/recognition/load-decoder";
import { spokenTokens } from "@/lib/recognition/spoken-tokens";

/**
 * Search beams. On 8 joined recordings of six-year-olds and one adult (757 words) the package's defaults (1e-48, 1e-48,
 * 7e-29) failed on one and put 585 words into their own sentence; these failed on none and placed 744, for a fifth more
 * time. 1e-200 placed 743.
 */
export const ALIGNMENT_BEAMS = { beam: 1e-120, pbeam: 1e-120, wbeam: 1e-100, maxhmmpf: -1 };
/** After so many words of its own the dictionary is loaded anew, so that a long-lived child does not grow. */
const MAX_ADDED_WORDS = 20_000;

interface LoadedModel {
  readonly decoder: Decoder;
  added: number;
}

const loaded = new Map<AlignmentModel, Promise<LoadedModel>>();

/**
 * Lays written words over the sound in order (Viterbi over the words' phones, pauses and noise allowed between words),
 * with SoundSwallower's acoustic models. About 0.02 s of one core for a second of sound; somewhat
 * more for long texts, because a small part of the cost grows with words times seconds (skipEmptyLists).
 */
export async function alignWords(request: AlignmentRequest): Promise<AlignmentResponse> {
  const model = await modelFor(request.model);
  const { tokens: spoken, added } = spokenTokens(request.words, request.model, model.decoder);
  model.added += added;
  if (spoken.length === 0) return { ok: false, detail: "None of the words can be pronounced." };
  let segments: Segment[];
  try {
    segments = search(model.decoder, request.samples, spoken);
  } catch {
    // The decoder throws where no path reaches the end of the text; its state is unknown then.
    loaded.delete(request.model);
    model.decoder.delete();
    return { ok: false, detail: "The words do not fit into the sound." };
  }
  const isPause = ({ t }: Segment): boolean => /^[<[]/.test(t);
  const said = segments.filter((segment) => !isPause(segment));
  if (said.length !== spoken.length) return { ok: false, detail: "The words do not fit into the sound." };
  const tokens = said.map((segment, index): AlignedToken => {
    return {
      word: spoken[index]?.word ?? 0,
      startMs: Math.round(segment.b * 1000),
      endMs: Math.round((segment.b + segment.d) * 1000),
      probability: segment.p,
      phones: spoken[index]?.phones ?? 1,
    };
  });
  return { ok: true, tokens };
}

function search(decoder: Decoder, samples: Float32Array, spoken: readonly { token: string }[]): Segment[] {
  decoder.set_align_text(spoken.map(({ token }) => token).join(" "));
  decoder.start();
  decoder.process_audio(samples, false, true);
  decoder.stop();
  return decoder.get_alignment({ align_level: 0 }).w ?? [];
}

async function modelFor(name: AlignmentModel): Promise<LoadedModel> {
  const warm = await loaded.get(name);
  if (warm && warm.added < MAX_ADDED_WORDS) return warm;
  warm?.decoder.delete();
  const fresh = loadModel(name);
  loaded.set(name, fresh);
  fresh.catch(() => loaded.delete(name));
  return fresh;
}

async function loadModel(name: AlignmentModel): Promise<LoadedModel> {
  return { decoder: await loadDecoder(name, ALIGNMENT_BEAMS), added: 0 };
}
