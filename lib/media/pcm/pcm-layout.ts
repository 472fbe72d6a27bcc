/** How the samples of an uncompressed file lie in it. */
export interface PcmLayout {
  /** ffmpeg's name for the coding: "pcm_s16le". */
  readonly codec: string;
  readonly kind: "signed" | "unsigned" | "float";
  readonly bytesPerSample: 1 | 2 | 3 | 4 | 8;
  readonly littleEndian: boolean;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly dataOffset: number;
  /** Bytes of samples that are really there. */
  readonly dataBytes: number;
  /** Bytes that the header promises; null for a header that was never completed (0 or all ones while streaming). */
  readonly claimedBytes: number | null;
}

/** `layout`: can be read here. `other`: a coding that only the ffmpeg library reads. `broken`: says what is wrong. */
export type LayoutOutcome =
  | { readonly kind: "layout"; readonly layout: PcmLayout }
  | { readonly kind: "other" }
  | { readonly kind: "broken"; readonly detail: string };

/** "pcm_s16le", "pcm_f32be", "pcm_u8": the names that ffmpeg uses. */
export function pcmCodecName(kind: PcmLayout["kind"], bytesPerSample: number, littleEndian: boolean): string {
  const order = bytesPerSample === 1 ? "" : littleEndian ? "le" : "be";
  return `pcm_${kind[0]}${bytesPerSample * 8}${order}`;
}

/** Bytes at a position of a file; fewer at its end. */
export type ReadAt = (position: number, length: number) => Uint8Array;
