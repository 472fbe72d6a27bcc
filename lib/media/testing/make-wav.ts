export type WavCoding = "u8" | "s16" | "s24" | "s32" | "f32" | "f64";

export interface WavSpec {
  readonly sampleRateHz: number;
  readonly coding: WavCoding;
  /** One array a channel, in -1..1. */
  readonly channels: readonly (readonly number[])[];
  readonly extensible?: boolean;
  /** What the header says instead of the real size. */
  readonly claimedDataBytes?: number;
}

const BYTES: Readonly<Record<WavCoding, number>> = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4, f64: 8 };

/** A WAV file for tests. */
export function makeWav(spec: WavSpec): Buffer {
  const bytesPerSample = BYTES[spec.coding];
  const frames = spec.channels[0]?.length ?? 0;
  const data = Buffer.alloc(frames * spec.channels.length * bytesPerSample);
  let at = 0;
  for (let i = 0; i < frames; i++) {
    for (const channel of spec.channels) {
      writeSample(data, at, spec.coding, channel[i] ?? 0);
      at += bytesPerSample;
    }
  }
  return Buffer.concat([makeWavHeader(spec, data.length), data]);
}

export function makeWavHeader(spec: WavSpec, dataBytes: number): Buffer {
  const channels = spec.channels.length;
  const bytesPerSample = BYTES[spec.coding];
  const tag = spec.coding.startsWith("f") ? 3 : 1;
  const formatBytes = spec.extensible ? 40 : 16;
  const header = Buffer.alloc(28 + formatBytes);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(Math.min(20 + formatBytes + dataBytes, 0xffff_ffff), 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(formatBytes, 16);
  header.writeUInt16LE(spec.extensible ? 0xfffe : tag, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(spec.sampleRateHz, 24);
  header.writeUInt32LE(spec.sampleRateHz * channels * bytesPerSample, 28);
  header.writeUInt16LE(channels * bytesPerSample, 32);
  header.writeUInt16LE(bytesPerSample * 8, 34);
  if (spec.extensible) {
    header.writeUInt16LE(22, 36);
    header.writeUInt16LE(bytesPerSample * 8, 38);
    header.writeUInt16LE(tag, 44);
    Buffer.from("000000001000800000aa00389b71", "hex").copy(header, 46);
  }
  header.write("data", 20 + formatBytes, "latin1");
  header.writeUInt32LE(spec.claimedDataBytes ?? dataBytes, 24 + formatBytes);
  return header;
}

function writeSample(data: Buffer, at: number, coding: WavCoding, value: number): void {
  if (coding === "f32") data.writeFloatLE(value, at);
  else if (coding === "f64") data.writeDoubleLE(value, at);
  else if (coding === "u8") data.writeUInt8(Math.round(value * 127) + 128, at);
  else if (coding === "s16") data.writeInt16LE(Math.round(value * 32_767), at);
  else if (coding === "s24") data.writeIntLE(Math.round(value * 8_388_607), at, 3);
  else data.writeInt32LE(Math.round(value * 2_147_483_647), at);
}

/** A sine of half amplitude as plain numbers. */
export function makeTone(hz: number, sampleRateHz: number, seconds: number, amplitude = 0.5): number[] {
  const count = Math.round(sampleRateHz * seconds);
  return Array.from({ length: count }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / sampleRateHz));
}
