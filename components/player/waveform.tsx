"use client";

import { useEffect, useRef } from "react";
import WaveSurfer from "wavesurfer.js";
import RegionsPlugin from "wavesurfer.js/plugins/regions";
import { type Span, usePlayer } from "@/components/player/player-context";

type WaveformProps = Readonly<{
  /** Loudest sample of equal stretches, 0..1, computed on the server: the browser never decodes the whole file. */
  peaks: readonly number[];
  /** Silent stretches, hatched. */
  pauses: readonly Span[];
}>;

const HATCH = "repeating-linear-gradient(135deg, var(--line) 0 2px, transparent 2px 6px)";

/** The recording as a picture: click to seek, pauses hatched, the chosen moment lit. */
export function Waveform({ peaks, pauses }: WaveformProps) {
  const { audioRef, durationMs, lit } = usePlayer();
  const box = useRef<HTMLDivElement>(null);
  const regions = useRef<ReturnType<typeof RegionsPlugin.create> | null>(null);

  useEffect(() => {
    if (!box.current || !audioRef.current) return;
    const colour = getComputedStyle(document.documentElement);
    const plugin = RegionsPlugin.create();
    const wave = WaveSurfer.create({
      container: box.current,
      media: audioRef.current,
      peaks: [Array.from(peaks)],
      duration: durationMs / 1000,
      height: 56,
      barWidth: 2,
      barGap: 1,
      cursorWidth: 2,
      waveColor: colour.getPropertyValue("--line-strong"),
      progressColor: colour.getPropertyValue("--accent"),
      cursorColor: colour.getPropertyValue("--accent"),
      plugins: [plugin],
    });
    regions.current = plugin;
    for (const pause of pauses) addRegion(plugin, pause, HATCH);
    return () => {
      regions.current = null;
      wave.destroy();
    };
  }, [audioRef, peaks, pauses, durationMs]);

  useEffect(() => {
    const plugin = regions.current;
    if (!plugin || !lit) return;
    const region = addRegion(plugin, lit, "color-mix(in oklab, var(--accent) 28%, transparent)");
    return () => region.remove();
  }, [lit]);

  return <div ref={box} aria-hidden className="min-w-0 flex-1" />;
}

function addRegion(plugin: ReturnType<typeof RegionsPlugin.create>, span: Span, background: string) {
  const region = plugin.addRegion({ start: span.startMs / 1000, end: span.endMs / 1000, drag: false, resize: false });
  if (region.element) {
    region.element.style.background = background;
    region.element.style.pointerEvents = "none";
  }
  return region;
}
