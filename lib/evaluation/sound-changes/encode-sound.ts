import type { CodecContext, FormatContext, Frame, Packet } from "node-av/lib";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

type NodeAv = typeof import("node-av/lib");
type NodeAvConstants = typeof import("node-av/constants");

/** File endings and the encoder that makes each. */
export const ENCODERS = { mp3: "libmp3lame", ogg: "libvorbis", m4a: "aac", webm: "libvorbis" } as const;
export type EncodedContainer = keyof typeof ENCODERS;

/** Samples a frame for encoders that take any number. */
const USUAL_FRAME_SAMPLES = 1_024;

/**
 * Writes 16 kHz samples, mono or (with `right`) stereo, as a compressed file, with node-av's encoders. Only for sound of our own: unlike decoding it
 * runs in this process.
 *
 * @param file ends in the container's name
 * @returns false where this build of the library has no such encoder
 */
export async function encodeSound(
  pcm: Float32Array,
  file: string,
  container: EncodedContainer,
  bitsPerSecond: number,
  right?: Float32Array,
): Promise<boolean> {
  const av: NodeAv = await import("node-av/lib");
  const constants: NodeAvConstants = await import("node-av/constants");
  av.Log.setLevel(constants.AV_LOG_QUIET);
  // The encoders' names are a closed list of the package's; these are in it.
  const codec = av.Codec.findEncoderByName(ENCODERS[container] as Parameters<NodeAv["Codec"]["findEncoderByName"]>[0]);
  if (codec === null) return false;
  const encoder = new av.CodecContext();
  const output = new av.FormatContext();
  try {
    encoder.allocContext3(codec);
    encoder.sampleRate = SAMPLE_RATE_HZ;
    encoder.sampleFormat = constants.AV_SAMPLE_FMT_FLTP;
    encoder.channelLayout = right ? constants.AV_CHANNEL_LAYOUT_STEREO : constants.AV_CHANNEL_LAYOUT_MONO;
    encoder.bitRate = BigInt(bitsPerSecond);
    encoder.timeBase = new av.Rational(1, SAMPLE_RATE_HZ);
    if (container === "m4a") encoder.setFlags(constants.AV_CODEC_FLAG_GLOBAL_HEADER);
    av.FFmpegError.throwIfError(encoder.open2Sync(codec, null), "encoder");
    av.FFmpegError.throwIfError(output.allocOutputContext2(null, null, file), "container");
    const stream = output.newStream(null);
    av.FFmpegError.throwIfError(stream.codecpar.fromContext(encoder), "stream");
    stream.timeBase = encoder.timeBase;
    av.FFmpegError.throwIfError(output.openOutputSync(), "file");
    av.FFmpegError.throwIfError(output.writeHeaderSync(null), "header");
    encodeFrames(av, constants, right ? [pcm, right] : [pcm], encoder, output);
    av.FFmpegError.throwIfError(output.writeTrailerSync(), "trailer");
    return true;
  } finally {
    output.closeOutputSync();
    output.freeContext();
    encoder.freeContext();
  }
}

function encodeFrames(
  av: NodeAv,
  constants: NodeAvConstants,
  planes: readonly Float32Array[],
  encoder: CodecContext,
  output: FormatContext,
): void {
  const samples = encoder.frameSize > 0 ? encoder.frameSize : USUAL_FRAME_SAMPLES;
  const packet = new av.Packet();
  packet.alloc();
  const send = (frame: Frame | null): void => {
    av.FFmpegError.throwIfError(encoder.sendFrameSync(frame), "encode");
    while (encoder.receivePacketSync(packet) >= 0) writePacket(av, packet, encoder, output);
  };
  const length = planes[0]?.length ?? 0;
  for (let at = 0; at < length; at += samples) {
    const pieces = planes.map((plane) => plane.slice(at, at + samples));
    // Planes of the format lie one after the other.
    const bytes = Buffer.concat(pieces.map(({ buffer }) => new Uint8Array(buffer)));
    const frame = av.Frame.fromAudioBuffer(bytes, {
      nbSamples: Math.min(samples, length - at),
      format: constants.AV_SAMPLE_FMT_FLTP,
      sampleRate: SAMPLE_RATE_HZ,
      channelLayout: encoder.channelLayout,
      pts: BigInt(at),
      timeBase: encoder.timeBase,
    });
    send(frame);
    frame.free();
  }
  send(null);
  packet.free();
}

function writePacket(av: NodeAv, packet: Packet, encoder: CodecContext, output: FormatContext): void {
  const stream = output.streams[0];
  if (stream === undefined) throw new Error("the container has no stream");
  packet.streamIndex = 0;
  packet.rescaleTs(encoder.timeBase, stream.timeBase);
  av.FFmpegError.throwIfError(output.interleavedWriteFrameSync(packet), "write");
}
