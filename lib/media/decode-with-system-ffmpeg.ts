import { spawn } from "node:child_process";
import { ChildFailure } from "@/lib/child-process/child-failure";
import { EarshotError } from "@/lib/errors/error-codes";
import { checkStream } from "@/lib/media/check-stream";
import { collectPcm, type PcmCollector } from "@/lib/media/collect-pcm";
import type { DecodedSound, DecodeRequest } from "@/lib/media/decode-contract";
import { isAllowedCodec } from "@/lib/media/library/allowed-codecs";
import { panWeights } from "@/lib/media/pan-weights";
import { DEMUXER_OF } from "@/lib/media/media-container";
import { samplesNotNumbers } from "@/lib/media/pcm/decode-pcm-file";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const STDERR_LIMIT_CHARS = 20_000;
const MAX_ALLOCATION_BYTES = 200 * 1024 * 1024;
/** Reads one second past the limit, so that a longer recording is noticed. */
const LOOK_AHEAD_SECONDS = 1;

export interface StreamFacts {
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly claimedDurationMs: number | null;
}

type Limits = { readonly timeoutMs: number; readonly signal?: AbortSignal };

/**
 * Decodes with an ffmpeg program of the machine, under the same limits as the library: local files only, one
 * demultiplexer, bounded probing, one stream, killed at the time limit or when it writes too much. The first of two
 * runs only reads the header, so that rate and channels are checked before anything is converted.
 *
 * @throws EarshotError `unsupported_media`, `media_undecodable`, `media_too_long`, `unavailable` (no such program)
 * @throws ChildFailure with reason "aborted" when the signal fires
 */
export async function decodeWithSystemFfmpeg(
  program: string,
  request: DecodeRequest,
  limits: Limits,
): Promise<DecodedSound> {
  const messages = await runFfmpeg(program, inputArguments(request), limits, null);
  const facts = readStreamFacts(messages);
  if (facts === null) throw noSound(messages);
  checkStream(facts);
  if (!isAllowedCodec(facts.codec)) {
    throw new EarshotError("unsupported_media", `The sound is coded as ${facts.codec}, which is not supported.`);
  }
  const collector = collectPcm(request.maxSeconds);
  const output = outputArguments(request, facts.channels);
  await runFfmpeg(program, [...inputArguments(request), ...output], limits, collector);
  const { pcm, silencedSamples } = collector.finish();
  if (silencedSamples > 0 && facts.codec.startsWith("pcm_f")) throw samplesNotNumbers(silencedSamples, pcm.length);
  return { pcm, ...facts, damagedPackets: 0, silencedSamples };
}

function noSound(messages: string): EarshotError {
  return messages.includes("Input #0")
    ? new EarshotError("unsupported_media", "There is no sound in the file.")
    : new EarshotError(
        "media_undecodable",
        "The recording is damaged and cannot be opened. Export or upload it again.",
      );
}

/** Runs the program to its end and returns what it said; samples on its output go to the collector. */
function runFfmpeg(
  program: string,
  programArguments: readonly string[],
  limits: Limits,
  collector: PcmCollector | null,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // Reason for `as`: Next.js widens ProcessEnv with a required NODE_ENV, which ffmpeg does not need.
    const env = {} as NodeJS.ProcessEnv;
    const child = spawn(program, programArguments, { stdio: ["ignore", "pipe", "pipe"], env });
    let messages = "";
    let rest: Buffer = Buffer.alloc(0);
    const stop = (error: Error): void => {
      child.kill("SIGKILL");
      reject(error);
    };
    const onAbort = (): void => stop(new ChildFailure("aborted", "ffmpeg was aborted"));
    const timer = setTimeout(() => stop(endless()), limits.timeoutMs);
    limits.signal?.addEventListener("abort", onAbort, { once: true });
    child.stderr.on("data", (chunk: Buffer) => {
      if (messages.length < STDERR_LIMIT_CHARS) messages += chunk.toString("latin1");
    });
    child.stdout.on("data", (chunk: Buffer) => {
      try {
        if (collector) rest = pushFloats(Buffer.concat([rest, chunk]), collector);
      } catch (error) {
        // Reason for `as`: collectPcm throws nothing but EarshotError.
        stop(error as EarshotError);
      }
    });
    child.on("error", () =>
      stop(new EarshotError("unavailable", "The program that FFMPEG_PATH names does not start.")),
    );
    child.on("close", () => {
      clearTimeout(timer);
      limits.signal?.removeEventListener("abort", onAbort);
      resolve(messages);
    });
    if (limits.signal?.aborted) onAbort();
  });
}

function endless(): EarshotError {
  return new EarshotError("media_undecodable", "The recording is damaged: decoding it did not come to an end.");
}

function inputArguments(request: DecodeRequest): string[] {
  return [
    ...["-nostdin", "-hide_banner", "-max_alloc", String(MAX_ALLOCATION_BYTES), "-threads", "1"],
    ...["-protocol_whitelist", "file,pipe", "-format_whitelist", DEMUXER_OF[request.container]],
    ...["-probesize", "5000000", "-analyzeduration", "5000000", "-max_streams", "16"],
    ...["-i", `file:${request.path}`],
  ];
}

function outputArguments(request: DecodeRequest, channels: number): string[] {
  return [
    ...["-map", "0:a:0", "-vn", "-sn", "-dn", "-t", String(request.maxSeconds + LOOK_AHEAD_SECONDS)],
    ...["-af", `pan=mono|c0=${panWeights(channels, request.channel)}`],
    ...["-ar", String(SAMPLE_RATE_HZ), "-f", "f32le", "pipe:1"],
  ];
}

function pushFloats(bytes: Buffer, collector: PcmCollector): Buffer {
  const whole = bytes.length - (bytes.length % 4);
  const aligned = new Uint8Array(whole);
  aligned.set(bytes.subarray(0, whole));
  collector.push(new Float32Array(aligned.buffer));
  return bytes.subarray(whole);
}

/** Reads rate, channels and promised length from what ffmpeg prints about its input; null without a sound stream. */
export function readStreamFacts(messages: string): StreamFacts | null {
  const stream = /Stream #0:\d+.*?: Audio: ([a-z0-9_]+).*?, (\d+) Hz, ([^,\n]+)/.exec(messages);
  if (!stream) return null;
  const [, codec = "", rate = "", layout = ""] = stream;
  const length = /Duration: (\d+):(\d\d):(\d\d\.\d+)/.exec(messages);
  const claimedDurationMs = length
    ? Math.round(((Number(length[1]) * 60 + Number(length[2])) * 60 + Number(length[3])) * 1_000)
    : null;
  return { codec, sampleRateHz: Number(rate), channels: channelCount(layout.trim()), claimedDurationMs };
}

function channelCount(layout: string): number {
  if (layout === "mono") return 1;
  if (layout === "stereo") return 2;
  const [, whole, low] = /^(\d+)(?:\.(\d+))?/.exec(layout) ?? [];
  return whole === undefined ? 2 : Number(whole) + Number(low ?? 0);
}
