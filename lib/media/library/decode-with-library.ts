import type { CodecContext, FormatContext, Stream } from "node-av/lib";
import { EarshotError } from "@/lib/errors/error-codes";
import { checkStream } from "@/lib/media/check-stream";
import { collectPcm, type PcmCollector } from "@/lib/media/collect-pcm";
import type { DecodedSound, DecodeRequest } from "@/lib/media/decode-contract";
import { createFrameConverter, type FrameConverter } from "@/lib/media/library/convert-frames";
import { isAllowedCodec } from "@/lib/media/library/allowed-codecs";
import type { NodeAv } from "@/lib/media/library/load-node-av";
import { DEMUXER_OF, type MediaContainer } from "@/lib/media/media-container";
import { samplesNotNumbers } from "@/lib/media/pcm/decode-pcm-file";

const PROBE_BYTES = "5000000";
const ANALYZE_MICROSECONDS = "5000000";
const MAX_STREAMS = "16";
const MICROSECONDS_PER_MS = 1_000n;

/** Where the library reads from: a local file, or this process's standard input. */
export type LibrarySource = { readonly file: string } | "stdin";

type LibraryRequest = Pick<DecodeRequest, "container" | "channel" | "maxSeconds" | "headerOnly">;

/**
 * Decodes with the ffmpeg library inside this process (a supervised child: native code on a stranger's bytes).
 *
 * @throws EarshotError `unsupported_media` (no sound, or a coding that is not allowed), `media_undecodable`,
 *   `media_too_long`
 * @param collector where the samples go
 */
export function decodeWithLibrary(
  av: NodeAv,
  source: LibrarySource,
  request: LibraryRequest,
  collector: PcmCollector = collectPcm(request.maxSeconds),
): DecodedSound {
  const format = new av.FormatContext();
  const decoder = new av.CodecContext();
  const converter = createFrameConverter(av, request.channel, collector);
  try {
    openSource(av, format, source, request.container);
    const stream = chooseStream(av, format);
    const codec = openDecoder(av, decoder, stream);
    const damagedPackets = request.headerOnly ? 0 : decodeStream(av, format, stream.index, decoder, converter);
    const { pcm, silencedSamples } = collector.finish();
    if (silencedSamples > 0 && codec.startsWith("pcm_f")) throw samplesNotNumbers(silencedSamples, pcm.length);
    const { sampleRate: sampleRateHz, channels } = stream.codecpar;
    const claimedDurationMs = claimedMs(format);
    return { pcm, codec, sampleRateHz, channels, claimedDurationMs, damagedPackets, silencedSamples };
  } catch (error) {
    if (error instanceof av.FFmpegError) throw new EarshotError("media_undecodable", undecodable(error.message));
    throw error;
  } finally {
    converter.free();
    decoder.freeContext();
    format.closeInputSync();
  }
}

/** Only local bytes, only the demultiplexer that the probe named, bounded probing. */
function openSource(av: NodeAv, format: FormatContext, source: LibrarySource, container: MediaContainer): void {
  const options = new av.Dictionary();
  options.set("protocol_whitelist", source === "stdin" ? "pipe" : "file");
  options.set("format_whitelist", DEMUXER_OF[container]);
  options.set("probesize", PROBE_BYTES);
  options.set("analyzeduration", ANALYZE_MICROSECONDS);
  options.set("max_streams", MAX_STREAMS);
  try {
    const opened = format.openInputSync(source === "stdin" ? "pipe:0" : `file:${source.file}`, null, options);
    if (opened < 0 && DEMUXER_OF[container] === "mov") throw missingIndex();
    av.FFmpegError.throwIfError(opened, "open");
    av.FFmpegError.throwIfError(format.findStreamInfoSync(null), "stream information");
  } finally {
    options.free();
  }
}

/** The first stream of sound; all others are discarded before they are read. */
function chooseStream(av: NodeAv, format: FormatContext): Stream {
  const streams = format.streams;
  const chosen = streams.find((stream) => stream.codecpar.codecType === av.AVMEDIA_TYPE_AUDIO);
  if (!chosen) throw new EarshotError("unsupported_media", "There is no sound in the file.");
  for (const stream of streams) if (stream !== chosen) stream.discard = av.AVDISCARD_ALL;
  return chosen;
}

function openDecoder(av: NodeAv, decoder: CodecContext, stream: Stream): string {
  const codec = av.Codec.findDecoder(stream.codecpar.codecId);
  const name = codec?.name ?? "an unknown coding";
  if (!codec || !isAllowedCodec(name)) {
    throw new EarshotError("unsupported_media", `The sound is coded as ${name}, which is not supported.`);
  }
  const { sampleRate: sampleRateHz, channels } = stream.codecpar;
  // Some headers leave the rate to the decoder (0): then the first frame is checked.
  if (sampleRateHz !== 0 && channels !== 0) checkStream({ sampleRateHz, channels });
  decoder.allocContext3(codec);
  av.FFmpegError.throwIfError(decoder.parametersToContext(stream.codecpar), "decoder parameters");
  decoder.threadCount = 1;
  decoder.pktTimebase = stream.timeBase;
  av.FFmpegError.throwIfError(decoder.open2Sync(codec, null), "decoder");
  return name;
}

/** Runs all packets of the stream through; what the decoder refuses is counted and skipped. */
function decodeStream(
  av: NodeAv,
  format: FormatContext,
  index: number,
  decoder: CodecContext,
  converter: FrameConverter,
): number {
  const packet = new av.Packet();
  const frame = new av.Frame();
  packet.alloc();
  frame.alloc();
  let damaged = 0;
  const receiveAll = (): void => {
    while (decoder.receiveFrameSync(frame) >= 0) {
      converter.push(frame);
      frame.unref();
    }
  };
  try {
    while (format.readFrameSync(packet) >= 0) {
      if (packet.streamIndex === index) {
        if (decoder.sendPacketSync(packet) < 0) damaged += 1;
        receiveAll();
      }
      packet.unref();
    }
    decoder.sendPacketSync(null);
    receiveAll();
    converter.finish();
    return damaged;
  } finally {
    frame.free();
    packet.free();
  }
}

function claimedMs(format: FormatContext): number | null {
  const duration = format.duration;
  return duration > 0n ? Number(duration / MICROSECONDS_PER_MS) : null;
}

/** MP4, M4A and MOV usually keep their index at the end: cut short, they hold nothing that can be found. */
function missingIndex(): EarshotError {
  const detail =
    "The recording has no readable index, as when a recording or an upload stopped early. Upload it again.";
  return new EarshotError("media_undecodable", detail);
}

function undecodable(message: string): string {
  return `The recording is damaged and cannot be decoded (${message.replace(/\.$/, "")}). Export or upload it again.`;
}
