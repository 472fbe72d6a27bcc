import type { EarshotError, ErrorCode } from "@/lib/errors/error-codes";
import type { MediaContainer } from "@/lib/media/media-container";

/** Which side of a stereo call recording is scored; `mix` is the mean of all channels. Mono has only one. */
export const CHANNELS = ["mix", "left", "right"] as const;
export type Channel = (typeof CHANNELS)[number];

/** One decode order for the child. `path` is absolute; the container was named by the probe. */
export interface DecodeRequest {
  readonly path: string;
  readonly container: MediaContainer;
  readonly channel: Channel;
  readonly maxSeconds: number;
  /** Only say what the header promises: no samples. */
  readonly headerOnly?: boolean;
}

/** What a decode stream's child is told before the bytes come by its standard input. */
export interface StreamDecodeRequest extends Omit<DecodeRequest, "headerOnly"> {
  /** How many of the first bytes lie in the file at `path` already. */
  readonly headBytes: number;
}

export interface DecodedSound {
  /** 16 kHz mono in -1..1, finite. */
  readonly pcm: Float32Array;
  /** "pcm_s16le", "mp3float", "aac", … */
  readonly codec: string;
  /** What the recording was made with, before conversion. */
  readonly sampleRateHz: number;
  readonly channels: number;
  /** What the header promises; null when it promises nothing. */
  readonly claimedDurationMs: number | null;
  /** Packets that the decoder refused, and went on. */
  readonly damagedPackets: number;
  /** Samples that came out as NaN or infinite and were silenced. */
  readonly silencedSamples: number;
}

/** Expected failures travel as values: an exception in the child would cost its process. */
export type DecodeOutcome =
  | { readonly ok: true; readonly sound: DecodedSound }
  | { readonly ok: false; readonly code: ErrorCode; readonly detail: string };

export function decodeFailure(error: EarshotError): DecodeOutcome {
  return { ok: false, code: error.code, detail: error.detail };
}
