import { pcmCodecName, type LayoutOutcome, type ReadAt } from "@/lib/media/pcm/pcm-layout";

const MAX_CHUNKS = 64;
const UNKNOWN_SIZE = 0xffff_ffff;
const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_EXTENSIBLE = 0xfffe;

interface WavFormat {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bits: number;
}

/**
 * Finds the format and the samples of a RIFF WAV file (integers of 8 to 32 bits, floats of 32 and 64, plain or
 * extensible). Source: Microsoft "Multiple channel audio data and WAVE files".
 */
export function readWavLayout(readAt: ReadAt, fileBytes: number): LayoutOutcome {
  if (text(readAt(0, 4), 0) !== "RIFF") return { kind: "other" };
  let format: WavFormat | null = null;
  let position = 12;
  for (let chunk = 0; chunk < MAX_CHUNKS && position + 8 <= fileBytes; chunk++) {
    const header = readAt(position, 8);
    const size = view(header).getUint32(4, true);
    const name = text(header, 0);
    if (name === "fmt ") format = parseFormat(readAt(position + 8, Math.min(size, 40)));
    if (name === "data") return layoutOf(format, position + 8, size, fileBytes);
    position += 8 + size + (size & 1);
  }
  return { kind: "broken", detail: "The WAV file ends before its samples begin." };
}

function parseFormat(bytes: Uint8Array): WavFormat | null {
  if (bytes.length < 16) return null;
  const fields = view(bytes);
  const tag = fields.getUint16(0, true);
  // The extensible form keeps the real format in the first two bytes of a GUID.
  const realTag = tag === FORMAT_EXTENSIBLE && bytes.length >= 26 ? fields.getUint16(24, true) : tag;
  return {
    tag: realTag,
    channels: fields.getUint16(2, true),
    sampleRateHz: fields.getUint32(4, true),
    bits: fields.getUint16(14, true),
  };
}

function layoutOf(format: WavFormat | null, dataOffset: number, size: number, fileBytes: number): LayoutOutcome {
  if (format === null) return { kind: "broken", detail: "The WAV file does not say how its samples are coded." };
  const kind = format.tag === FORMAT_FLOAT ? "float" : format.bits === 8 ? "unsigned" : "signed";
  const bytesPerSample = sampleBytes(format);
  if (bytesPerSample === null) return { kind: "other" };
  const present = fileBytes - dataOffset;
  const known = size !== UNKNOWN_SIZE && size !== 0;
  return {
    kind: "layout",
    layout: {
      codec: pcmCodecName(kind, bytesPerSample, true),
      kind,
      bytesPerSample,
      littleEndian: true,
      channels: format.channels,
      sampleRateHz: format.sampleRateHz,
      dataOffset,
      dataBytes: known ? Math.min(size, present) : present,
      claimedBytes: known ? size : null,
    },
  };
}

function sampleBytes({ tag, bits }: WavFormat): 1 | 2 | 3 | 4 | 8 | null {
  if (tag === FORMAT_FLOAT) return bits === 32 ? 4 : bits === 64 ? 8 : null;
  if (tag !== FORMAT_PCM) return null;
  return bits === 8 ? 1 : bits === 16 ? 2 : bits === 24 ? 3 : bits === 32 ? 4 : null;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
