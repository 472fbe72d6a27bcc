"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { formatClock } from "@/components/format/format-clock";
import { type Span, usePlayer } from "@/components/player/player-context";
import { Waveform } from "@/components/player/waveform";
import { Button } from "@/components/ui/button";

const SPEEDS = [1, 1.25, 1.5, 0.75] as const;

/** Play button, position, waveform and speed of the recording. */
export function Transport({ peaks, pauses }: Readonly<{ peaks: readonly number[]; pauses: readonly Span[] }>) {
  const { audioRef, src, durationMs, positionMs, playing, toggle, seek, report } = usePlayer();
  const [speed, setSpeed] = useState(0);
  const [broken, setBroken] = useState(false);
  const nextSpeed = () => {
    const next = (speed + 1) % SPEEDS.length;
    setSpeed(next);
    if (audioRef.current) audioRef.current.playbackRate = SPEEDS[next] ?? 1;
  };
  return (
    <section
      aria-label="Recording"
      className="flex items-center gap-3 rounded-md border border-line bg-surface px-3 py-2"
    >
      {/* The transcript beside it is the text alternative. */}
      <audio
        ref={audioRef}
        src={src}
        preload="metadata"
        onTimeUpdate={(event) => report({ positionMs: event.currentTarget.currentTime * 1000 })}
        onPlay={() => report({ playing: true })}
        onPause={() => report({ playing: false })}
        onError={() => setBroken(true)}
      />
      <Button
        tone="primary"
        aria-label={playing ? "Pause" : "Play"}
        onClick={toggle}
        disabled={broken}
        className="w-9 px-0 pointer-coarse:w-11"
      >
        {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
      </Button>
      <span className="w-20 shrink-0 text-xs text-muted">
        {formatClock(positionMs)} / {formatClock(durationMs)}
      </span>
      <Waveform peaks={peaks} pauses={pauses} />
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={formatClock(positionMs)}
        className="sr-only focus:not-sr-only focus:w-24"
        min={0}
        max={durationMs}
        step={1000}
        value={positionMs}
        onChange={(event) => seek(Number(event.currentTarget.value))}
      />
      <Button aria-label={`Speed ${SPEEDS[speed]} times`} onClick={nextSpeed} className="w-14 px-0 max-sm:hidden">
        {SPEEDS[speed]}×
      </Button>
      {broken && <span className="text-xs text-danger">The recording cannot be played.</span>}
    </section>
  );
}
