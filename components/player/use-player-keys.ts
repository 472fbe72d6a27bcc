"use client";

import { useEffect } from "react";
import { type Span, usePlayer } from "@/components/player/player-context";

const SEEK_STEP_MS = 5000;
/** Controls that need these keys for themselves. */
const OWN_KEYS = "input, textarea, select, button, a, summary, [role=tab], [contenteditable]";

/** Space plays and pauses, arrows seek 5 s, [ and ] go to the previous and next moment. */
export function usePlayerKeys(moments: readonly Span[]): void {
  const player = usePlayer();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      const onControl = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
      if (onControl && event.key !== "[" && event.key !== "]") return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    const from = player.lit?.startMs ?? player.positionMs;
    const actions: Record<string, () => void> = {
      " ": player.toggle,
      ArrowLeft: () => player.seek(player.positionMs - SEEK_STEP_MS),
      ArrowRight: () => player.seek(player.positionMs + SEEK_STEP_MS),
      "[": () => playMoment(moments.findLast((moment) => moment.startMs < from)),
      "]": () => playMoment(moments.find((moment) => moment.startMs > from)),
    };
    const playMoment = (moment: Span | undefined) => moment && player.playSpan(moment);
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [player, moments]);
}
