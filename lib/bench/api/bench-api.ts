import { readFile } from "node:fs/promises";
import { type ApplicationUnderLoad, withApplicationUnderLoad } from "@/lib/bench/api/application-under-load";
import { type ApplicationClient, scoreOnce } from "@/lib/bench/api/application-client";
import { measureAccept } from "@/lib/bench/api/measure-accept";
import { measureDrain } from "@/lib/bench/api/measure-drain";
import { measureLive } from "@/lib/bench/api/measure-live";
import { measureMemory } from "@/lib/bench/api/measure-memory";
import { measureRateLimit } from "@/lib/bench/api/measure-rate-limit";
import { measureUpload } from "@/lib/bench/api/measure-upload";
import { encodedAnswer } from "@/lib/bench/bench-decode";
import type { Benchmark, BenchSetting } from "@/lib/bench/benchmark";
import { ffmpegVersion } from "@/lib/bench/ffmpeg-peer";
import type { Measured } from "@/scoring/bench/bench-row";

const SECONDS = 240;
const ANSWERS = 3_000;
/** A client on a slow line: 10 Mbit/s would take three minutes; this still leaves the server waiting all the time. */
const SLOW_BYTES_PER_SECOND = 10 * 1024 * 1024;
/** Clients of the drained queue: four places of eight each. */
const DRAINING = 4;

type Figures = Readonly<Record<string, Measured>>;

/** What a part of the load may use. */
interface Load {
  readonly application: ApplicationUnderLoad;
  /** The first of the clients. */
  readonly client: ApplicationClient;
  readonly recording: Buffer;
  readonly transcript: string;
  readonly prompt: string;
  form(): FormData;
}

/** Rows that are taken together, from one start of the application. */
interface Part {
  readonly rows: readonly string[];
  take(load: Load): Promise<Figures>;
}

const PARTS: readonly Part[] = [
  {
    rows: ["accept.rps", "accept.p99"],
    take: async ({ application: { clients }, form }) => {
      const { requestsPerSecond, p99Ms } = await measureAccept(clients, form);
      return {
        "accept.rps": { unit: "/s", runs: [requestsPerSecond] },
        "accept.p99": { unit: "ms", runs: [p99Ms] },
      };
    },
  },
  {
    rows: ["live.complete_to_verdict"],
    take: async ({ client, recording, transcript, prompt }) => ({
      "live.complete_to_verdict": {
        unit: "ms",
        runs: await measureLive(client, { recording, transcript, prompt }),
      },
    }),
  },
  {
    rows: ["rate_limit.two_instances"],
    take: async ({ application: { secondUrl }, client }) => ({
      "rate_limit.two_instances": { unit: "requests", runs: [await measureRateLimit(client, secondUrl)] },
    }),
  },
  {
    rows: ["upload.200mb.memory", "upload.200mb.slow.memory"],
    take: async ({ application: { webPid }, client }) => ({
      "upload.200mb.memory": { unit: "MB", runs: [await measureUpload(client, webPid, Number.POSITIVE_INFINITY)] },
      "upload.200mb.slow.memory": { unit: "MB", runs: [await measureUpload(client, webPid, SLOW_BYTES_PER_SECOND)] },
    }),
  },
  {
    rows: ["drain.3000", "drain.3000.core_hour"],
    take: async ({ application: { clients }, recording, transcript }) => {
      const drain = await measureDrain(clients.slice(0, DRAINING), ANSWERS, { recording, transcript });
      return {
        "drain.3000": { unit: "s", runs: [drain.seconds] },
        "drain.3000.core_hour": { unit: "/core hour", runs: [drain.answersPerCoreHour] },
      };
    },
  },
  {
    rows: ["memory.load_10min"],
    take: async ({ application: { clients, webPid }, form }) => {
      const answers = await Promise.all(clients.map((client) => scoreOnce(client, form())));
      const { changePercent } = await measureMemory(clients, answers, webPid);
      return { "memory.load_10min": { unit: "%", runs: [Math.abs(changePercent)] } };
    },
  },
];

/** The running API under load. */
export const API_BENCHMARKS: readonly Benchmark[] = PARTS.flatMap((part) =>
  part.rows.map((name) => ({
    name,
    needsApplication: true as const,
    underLoad: true as const,
    measure: async (setting: BenchSetting) => {
      if ((await ffmpegVersion()) === null)
        return { skipped: "the recording is made with ffmpeg, which is not installed" };
      const measured = (await figuresOf(part, setting))[name];
      if (!measured) throw new Error(`The load has no figure ${name}.`);
      return measured;
    },
  })),
);

const taken = new WeakMap<BenchSetting, Map<Part, Promise<Figures>>>();

/** Taken when the first of the part's rows asks. */
function figuresOf(part: Part, setting: BenchSetting): Promise<Figures> {
  const parts = taken.get(setting) ?? new Map<Part, Promise<Figures>>();
  taken.set(setting, parts);
  const figures = parts.get(part) ?? takeFigures(part, setting);
  parts.set(part, figures);
  return figures;
}

async function takeFigures(part: Part, setting: BenchSetting): Promise<Figures> {
  const recording = await readFile(await encodedAnswer(setting, "mp3", SECONDS));
  const timed = setting.answer.words(SECONDS).map(({ text, startMs, endMs }) => ({
    ...{ text, start_ms: startMs, end_ms: endMs },
  }));
  const transcript = JSON.stringify({ words: timed });
  const form = () => toForm(recording, transcript, setting);
  return withApplicationUnderLoad(setting.root, async (application) => {
    const [client] = application.clients;
    if (!client) throw new Error("There is no client.");
    const prompt = setting.answer.prompt.text;
    return part.take({ application, client, recording, transcript, prompt, form });
  });
}

function toForm(recording: Buffer, transcript: string, { answer: { prompt } }: BenchSetting): FormData {
  const form = new FormData();
  form.set("audio", new File([new Uint8Array(recording)], "answer.mp3"));
  form.set("role_benchmark", "customer_support");
  form.set("prompt", prompt.text);
  form.set("prompt_type", prompt.type);
  form.set("transcript", transcript);
  return form;
}
