import type { Channel } from "@/lib/media/decode-contract";

/**
 * The mono mix as the expression of ffmpeg's `pan` filter: the mean of all channels, or one of the first two; the same
 * rule as for uncompressed files.
 */
export function panWeights(channels: number, channel: Channel): string {
  if (channel !== "mix") return channel === "right" && channels > 1 ? "c1" : "c0";
  return Array.from({ length: channels }, (_, index) => `${1 / channels}*c${index}`).join("+");
}
