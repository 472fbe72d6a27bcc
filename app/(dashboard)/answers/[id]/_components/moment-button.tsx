"use client";

import { Play } from "lucide-react";
import { formatClock } from "@/components/format/format-clock";
import { usePlayer } from "@/components/player/player-context";

type Moment = Readonly<{ start_ms: number; end_ms: number; text: string }>;

/** One place in the answer: jumps there, lights it and plays it. */
export function MomentButton({ moment }: Readonly<{ moment: Moment }>) {
  const { playSpan, lit } = usePlayer();
  const chosen = lit?.startMs === moment.start_ms && lit.endMs === moment.end_ms;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => playSpan({ startMs: moment.start_ms, endMs: moment.end_ms })}
      className="inline-flex max-w-full items-center gap-1 rounded border border-line px-1.5 py-0.5 text-left text-xs text-muted hover:bg-raised hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-ink pointer-coarse:min-h-11"
    >
      <Play size={10} aria-hidden className="shrink-0" />
      <span className="shrink-0">{formatClock(moment.start_ms)}</span>
      <span className="truncate">{moment.text}</span>
    </button>
  );
}
