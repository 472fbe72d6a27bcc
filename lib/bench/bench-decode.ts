import { existsSync } from "node:fs";
import path from "node:path";
import type { Benchmark, BenchSetting } from "@/lib/bench/benchmark";
import { convertWithFfmpeg, ffmpegVersion, timeFfmpeg } from "@/lib/bench/ffmpeg-peer";
import { timeRuns } from "@/lib/bench/time-runs";
import { writeWav } from "@/lib/bench/write-wav";
import { decodeRecording } from "@/lib/media/decode-recording";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";

const SECONDS = 240;
const LIMITS = { maxBytes: 200 * 1024 * 1024, maxSeconds: 900 };

/** What telephones and browsers record: rates, one channel, usual bit rates. */
const ENCODINGS: Readonly<Record<string, readonly string[]>> = {
  wav: ["-ar", "44100", "-c:a", "pcm_s16le"],
  mp3: ["-ar", "44100", "-c:a", "libmp3lame", "-b:a", "96k"],
  flac: ["-ar", "44100", "-c:a", "flac"],
  ogg: ["-ar", "44100", "-c:a", "libvorbis", "-b:a", "96k"],
  opus: ["-ar", "48000", "-c:a", "libopus", "-b:a", "48k"],
  webm: ["-ar", "48000", "-c:a", "libopus", "-b:a", "48k"],
  m4a: ["-ar", "44100", "-c:a", "aac", "-b:a", "96k", "-movflags", "+faststart"],
};

/** The container that is also decoded at every length. */
const GROWING = "mp3";

/** File to 16 kHz mono samples, in the warm decoding child and back, as the worker does it. */
export const DECODE_BENCHMARKS: readonly Benchmark[] = [
  ...Object.keys(ENCODINGS).map((container) => decodeBenchmark(container, SECONDS)),
  ...GROWTH_SECONDS.filter((seconds) => seconds !== SECONDS).map((seconds) => decodeBenchmark(GROWING, seconds)),
];

function decodeBenchmark(container: string, seconds: number): Benchmark {
  return {
    name: `decode.${container}.${seconds}s`,
    measure: async (setting) => {
      if ((await ffmpegVersion()) === null)
        return { skipped: "the recording is made with ffmpeg, which is not installed" };
      const file = await encodedAnswer(setting, container, seconds);
      const runs = await timeRuns(() => decodeRecording(file, { limits: LIMITS }));
      return { unit: "ms", runs, peer: await timeFfmpeg(file, setting.folder) };
    },
  };
}

/** The answer in a container, made once. @throws Error of ffmpeg */
export async function encodedAnswer(
  { folder, answer }: BenchSetting,
  container: string,
  seconds: number,
): Promise<string> {
  const file = path.join(folder, `answer.${seconds}.${container}`);
  if (existsSync(file)) return file;
  const source = path.join(folder, `source.${seconds}.wav`);
  if (!existsSync(source)) await writeWav(source, answer.pcm(seconds), SAMPLE_RATE_HZ);
  await convertWithFfmpeg(source, ENCODINGS[container] ?? [], file);
  return file;
}
