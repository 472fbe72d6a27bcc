"use client";

import { useEffect, useRef } from "react";
import { usePlayer } from "@/components/player/player-context";
import type { TranscriptWord } from "./answer-data";

/** Silences from this length on are printed: shorter ones are not heard as pauses by a reader. */
const PAUSE_SHOWN_MS = 600;

/** What was said, word by word; follows the playback, and a click on a word plays from there. */
export function TranscriptPanel({ words }: Readonly<{ words: readonly TranscriptWord[] }>) {
  const { positionMs, lit, seek, playing } = usePlayer();
  const current = words.findLastIndex((word) => word.start_ms <= positionMs);
  const currentRef = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!playing || !currentRef.current || !box.current) return;
    const word = currentRef.current;
    const middle = word.offsetTop - box.current.clientHeight / 2;
    box.current.scrollTo({ top: middle, behavior: "smooth" });
  }, [current, playing]);
  return (
    <section aria-label="Transcript" className="rounded-md border border-line bg-surface">
      <div
        ref={box}
        tabIndex={0}
        role="region"
        aria-label="What was said"
        className="relative max-h-[70vh] overflow-y-auto px-3 py-2.5 text-base leading-7"
      >
        {words.map((word, i) => {
          const gapMs = word.start_ms - (words[i - 1]?.end_ms ?? word.start_ms);
          const isLit = lit !== null && word.end_ms > lit.startMs && word.start_ms < lit.endMs;
          return (
            <span key={i}>
              {gapMs >= PAUSE_SHOWN_MS && <span className="text-xs text-muted"> ({(gapMs / 1000).toFixed(1)}) </span>}
              <button
                ref={i === current ? currentRef : null}
                type="button"
                tabIndex={-1}
                onClick={() => seek(word.start_ms)}
                className={`rounded-sm px-px ${isLit ? "bg-accent-soft" : ""} ${i === current && positionMs > 0 ? "text-accent underline" : ""}`}
              >
                {word.text}
              </button>{" "}
            </span>
          );
        })}
      </div>
    </section>
  );
}
