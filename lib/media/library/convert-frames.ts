import type { FilterContext, Frame } from "node-av/lib";
import { checkStream } from "@/lib/media/check-stream";
import type { PcmCollector } from "@/lib/media/collect-pcm";
import type { Channel } from "@/lib/media/decode-contract";
import type { NodeAv } from "@/lib/media/library/load-node-av";
import { panWeights } from "@/lib/media/pan-weights";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

/** Frames between two visits to the output: reading it after every frame costs 100 ms more in four minutes. */
const FLUSH_EVERY_FRAMES = 64;
const OUTPUT_BLOCK_SAMPLES = 262_144;
/** Taps of the resampler's filter at the lower rate; 32 (its default) costs 40 ms more and changes no measurement. */
const FILTER_SIZE = 16;

export interface FrameConverter {
  push(frame: Frame): void;
  finish(): void;
  free(): void;
}

/**
 * Decoded frames to 16 kHz mono by a filter graph (pan, aresample): the one way that takes planar, packed and raw PCM
 * frames alike. A stream that changes its rate or channels in the middle gets a new graph.
 */
export function createFrameConverter(av: NodeAv, channel: Channel, collector: PcmCollector): FrameConverter {
  let graph: Graph | null = null;
  let sinceFlush = 0;
  const output = new av.Frame();
  output.alloc();
  const close = (): void => {
    if (graph === null) return;
    graph.source.buffersrcAddFrameSync(null);
    drain(graph.sink, output, collector);
    graph.free();
    graph = null;
  };
  return {
    push(frame) {
      if (graph === null || !isSameLayout(graph, frame)) {
        close();
        graph = buildGraph(av, frame, channel);
      }
      av.FFmpegError.throwIfError(graph.source.buffersrcAddFrameSync(frame), "filter input");
      sinceFlush += 1;
      if (sinceFlush < FLUSH_EVERY_FRAMES) return;
      sinceFlush = 0;
      drain(graph.sink, output, collector);
    },
    finish: close,
    free() {
      graph?.free();
      output.free();
    },
  };
}

/** Frames of one rate, sample format and number of channels go through one graph. Asked of every frame: no objects. */
function isSameLayout(graph: Graph, frame: Frame): boolean {
  const { sampleRateHz, format, channels } = graph;
  return frame.sampleRate === sampleRateHz && frame.format === format && frame.channels === channels;
}

interface Graph {
  readonly sampleRateHz: number;
  readonly format: Frame["format"];
  readonly channels: number;
  readonly source: FilterContext;
  readonly sink: FilterContext;
  free(): void;
}

function buildGraph(av: NodeAv, frame: Frame, channel: Channel): Graph {
  const { channels, sampleRate: sampleRateHz, format } = frame;
  checkStream({ sampleRateHz, channels });
  const graph = new av.FilterGraph();
  graph.alloc();
  const add = (filter: string, args: string | null): FilterContext => {
    const definition = av.Filter.getByName(filter);
    const context = definition && graph.createFilter(definition, filter, args);
    if (!context) throw new Error(`the filter ${filter} is missing`);
    return context;
  };
  const input = `time_base=1/${sampleRateHz}:sample_rate=${sampleRateHz}:sample_fmt=${format}:channel_layout=${channels}c`;
  const chain = [
    add("abuffer", input),
    add("pan", `mono|c0=${panWeights(channels, channel)}`),
    add("aresample", `${SAMPLE_RATE_HZ}:filter_size=${FILTER_SIZE}`),
    add("aformat", `sample_fmts=flt:channel_layouts=mono:sample_rates=${SAMPLE_RATE_HZ}`),
    add("asetnsamples", `n=${OUTPUT_BLOCK_SAMPLES}:p=0`),
    add("abuffersink", null),
  ];
  chain.reduce((from, to) => {
    av.FFmpegError.throwIfError(from.link(0, to, 0), "filter link");
    return to;
  });
  av.FFmpegError.throwIfError(graph.configSync(), "filter set-up");
  const [source, sink] = [chain[0], chain[chain.length - 1]];
  if (!source || !sink) throw new Error("the filter graph is empty");
  return { sampleRateHz, format, channels, source, sink, free: () => graph.free() };
}

function drain(sink: FilterContext, output: Frame, collector: PcmCollector): void {
  while (sink.buffersinkGetFrameSync(output) >= 0) {
    const block = output.data?.[0];
    if (block) collector.push(new Float32Array(block.buffer, block.byteOffset, output.nbSamples));
    output.unref();
  }
}
