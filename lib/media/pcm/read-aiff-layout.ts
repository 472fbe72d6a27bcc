import { pcmCodecName, type LayoutOutcome, type PcmLayout, type ReadAt } from "@/lib/media/pcm/pcm-layout";

const MAX_CHUNKS = 64;

type Coding = Pick<PcmLayout, "kind" | "bytesPerSample" | "littleEndian">;

interface AiffCommon {
  readonly channels: number;
  readonly frames: number;
  readonly sampleRateHz: number;
  readonly coding: Coding | null;
}

/**
 * Finds the format and the samples of an AIFF or AIFF-C file with uncompressed samples (big-endian integers, `sowt`
 * little-endian, `fl32`/`fl64` floats). Source: Apple "Audio Interchange File Format AIFF-C", 1991.
 */
export function readAiffLayout(readAt: ReadAt, fileBytes: number): LayoutOutcome {
  let common: AiffCommon | null = null;
  let samples: { readonly offset: number; readonly size: number } | null = null;
  let position = 12;
  for (let chunk = 0; chunk < MAX_CHUNKS && position + 8 <= fileBytes; chunk++) {
    const header = readAt(position, 8);
    const size = view(header).getUint32(4);
    const name = text(header, 0);
    if (name === "COMM") common = parseCommon(readAt(position + 8, Math.min(size, 22)));
    if (name === "SSND") {
      const skip = view(readAt(position + 8, 8).slice()).getUint32(0);
      samples = { offset: position + 16 + skip, size: size - 8 - skip };
    }
    if (common && samples) return layoutOf(common, samples, fileBytes);
    position += 8 + size + (size & 1);
  }
  return { kind: "broken", detail: "The AIFF file ends before its samples begin." };
}

function parseCommon(bytes: Uint8Array): AiffCommon | null {
  if (bytes.length < 18) return null;
  const fields = view(bytes);
  const bits = fields.getInt16(6);
  return {
    channels: fields.getInt16(0),
    frames: fields.getUint32(2),
    sampleRateHz: extendedFloat(fields, 8),
    coding: codingOf(bytes.length >= 22 ? text(bytes, 18) : "NONE", bits),
  };
}

function codingOf(compression: string, bits: number): Coding | null {
  if (/^fl32$/i.test(compression)) return { kind: "float", bytesPerSample: 4, littleEndian: false };
  if (/^fl64$/i.test(compression)) return { kind: "float", bytesPerSample: 8, littleEndian: false };
  const bytesPerSample = Math.ceil(bits / 8);
  const isInteger = ["NONE", "twos", "sowt"].includes(compression);
  if (!isInteger || (bytesPerSample !== 1 && bytesPerSample !== 2 && bytesPerSample !== 3 && bytesPerSample !== 4)) {
    return null;
  }
  return { kind: "signed", bytesPerSample, littleEndian: compression === "sowt" };
}

function layoutOf(common: AiffCommon, samples: { offset: number; size: number }, fileBytes: number): LayoutOutcome {
  const { coding, channels, sampleRateHz, frames } = common;
  if (coding === null) return { kind: "other" };
  const claimedBytes = frames * channels * coding.bytesPerSample;
  const dataBytes = Math.max(0, Math.min(samples.size, claimedBytes, fileBytes - samples.offset));
  const codec = pcmCodecName(coding.kind, coding.bytesPerSample, coding.littleEndian);
  return {
    kind: "layout",
    layout: { ...coding, codec, channels, sampleRateHz, dataOffset: samples.offset, dataBytes, claimedBytes },
  };
}

/** An 80-bit IEEE 754 extended number, the way AIFF writes its sample rate. */
function extendedFloat(fields: DataView, at: number): number {
  const exponent = fields.getUint16(at) & 0x7fff;
  return (
    fields.getUint32(at + 2) * 2 ** (exponent - 16_383 - 31) + fields.getUint32(at + 6) * 2 ** (exponent - 16_383 - 63)
  );
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
