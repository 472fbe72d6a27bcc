import type { Channel } from "@/lib/media/decode-contract";
import type { PcmLayout } from "@/lib/media/pcm/pcm-layout";

/**
 * Turns whole frames of raw samples into one channel in -1..1: the mean of all channels, or one of the first two.
 * `frames` must fit into `bytes`.
 */
export function mixPcmFrames(bytes: Uint8Array, frames: number, layout: PcmLayout, channel: Channel): Float64Array {
  const { channels, bytesPerSample } = layout;
  const read = sampleReader(bytes, layout);
  const out = new Float64Array(frames);
  if (channel !== "mix") {
    const offset = channel === "right" && channels > 1 ? bytesPerSample : 0;
    for (let i = 0; i < frames; i++) out[i] = read(i * channels * bytesPerSample + offset);
    return out;
  }
  for (let i = 0, at = 0; i < frames; i++) {
    let sum = 0;
    for (let c = 0; c < channels; c++, at += bytesPerSample) sum += read(at);
    out[i] = sum / channels;
  }
  return out;
}

function sampleReader(bytes: Uint8Array, layout: PcmLayout): (at: number) => number {
  const fields = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { kind, bytesPerSample, littleEndian } = layout;
  if (kind === "float") {
    return bytesPerSample === 4
      ? (at) => fields.getFloat32(at, littleEndian)
      : (at) => fields.getFloat64(at, littleEndian);
  }
  switch (bytesPerSample) {
    case 1:
      return kind === "unsigned" ? (at) => (fields.getUint8(at) - 128) / 128 : (at) => fields.getInt8(at) / 128;
    case 2:
      return (at) => fields.getInt16(at, littleEndian) / 32_768;
    case 3:
      return littleEndian
        ? (at) => ((fields.getInt8(at + 2) << 16) | fields.getUint16(at, true)) / 8_388_608
        : (at) => ((fields.getInt8(at) << 16) | fields.getUint16(at + 1, false)) / 8_388_608;
    default:
      return (at) => fields.getInt32(at, littleEndian) / 2_147_483_648;
  }
}
