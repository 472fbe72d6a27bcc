import { readFile } from "node:fs/promises";
import path from "node:path";
import { encodedAnswer } from "@/lib/bench/bench-decode";
import type { Benchmark } from "@/lib/bench/benchmark";
import { ffmpegVersion } from "@/lib/bench/ffmpeg-peer";
import { withRunningApplication, type RunningApplication } from "@/lib/bench/running-application";
import { timeRuns } from "@/lib/bench/time-runs";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";
import type { Prompt } from "@/scoring/pipeline/scorer-input";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Server and worker are fresh: their first requests compile what they run. */
const WARM_UPS = 5;
const ROLE = "customer_support";

/** POST with a recording and word times to 200, one request at a time. */
export const POST_BENCHMARKS: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: `post.audio_transcript.${seconds}s`,
  needsApplication: true,
  measure: async (setting) => {
    if ((await ffmpegVersion()) === null)
      return { skipped: "the recording is made with ffmpeg, which is not installed" };
    const file = await encodedAnswer(setting, "mp3", seconds);
    const recording = new File([await readFile(file)], path.basename(file));
    const words = setting.answer.words(seconds);
    const runs = await withRunningApplication(setting.root, (application) => {
      let sent = 0;
      // Each request leaves out one word more: no result can be taken from the one before.
      return timeRuns(
        () => postAnswer(application, recording, words.slice(0, words.length - sent++), setting),
        WARM_UPS,
      );
    });
    return { unit: "ms", runs };
  },
}));

async function postAnswer(
  { url, apiKey }: RunningApplication,
  recording: File,
  words: readonly TimedWord[],
  { answer: { prompt } }: { readonly answer: { readonly prompt: Prompt } },
): Promise<void> {
  const form = new FormData();
  const timed = words.map(({ text, startMs, endMs }) => ({ text, start_ms: startMs, end_ms: endMs }));
  form.set("audio", recording);
  form.set("role_benchmark", ROLE);
  form.set("prompt", prompt.text);
  form.set("prompt_type", prompt.type);
  form.set("transcript", JSON.stringify({ words: timed }));
  const headers = { Authorization: `Bearer ${apiKey}` };
  const response = await fetch(`${url}/v1/soft-skills-score`, { method: "POST", headers, body: form });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`POST was answered with ${response.status}: ${text.slice(0, 300)}`);
}
