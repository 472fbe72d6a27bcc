"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
} from "react";

export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

interface Player {
  readonly audioRef: RefObject<HTMLAudioElement | null>;
  readonly src: string;
  readonly durationMs: number;
  readonly positionMs: number;
  readonly playing: boolean;
  /** The moment that is lit in waveform and transcript. */
  readonly lit: Span | null;
  toggle(): void;
  seek(ms: number): void;
  /** Lights a stretch and plays it from a little before its start. */
  playSpan(span: Span): void;
  /** Called by the audio element's own events. */
  report(change: { positionMs?: number; playing?: boolean }): void;
}

const PlayerContext = createContext<Player | null>(null);
/** A word needs its run-up to be understood. */
const RUN_UP_MS = 400;

/** One recording, shared by transport, waveform, transcript and ledgers. */
export function PlayerProvider({
  src,
  durationMs,
  children,
}: Readonly<{ src: string; durationMs: number; children: ReactNode }>) {
  const audioRef = useRef<HTMLAudioElement | null>(null);
  const [positionMs, setPositionMs] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [lit, setLit] = useState<Span | null>(null);

  const seek = useCallback(
    (ms: number) => {
      const to = Math.min(Math.max(0, ms), durationMs);
      setPositionMs(to);
      if (audioRef.current) audioRef.current.currentTime = to / 1000;
    },
    [durationMs],
  );
  const play = useCallback(() => {
    // The browser refuses when the recording was erased or cannot be played; the transport then shows "paused" again.
    audioRef.current?.play().catch(() => setPlaying(false));
  }, []);
  const player = useMemo<Player>(
    () => ({
      audioRef,
      src,
      durationMs,
      positionMs,
      playing,
      lit,
      toggle: () => (playing ? audioRef.current?.pause() : play()),
      seek,
      playSpan: (span) => {
        setLit(span);
        seek(span.startMs - RUN_UP_MS);
        play();
      },
      report: (change) => {
        if (change.positionMs !== undefined) setPositionMs(change.positionMs);
        if (change.playing !== undefined) setPlaying(change.playing);
      },
    }),
    [src, durationMs, positionMs, playing, lit, seek, play],
  );
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

/** @throws Error outside a PlayerProvider. */
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error("usePlayer needs a PlayerProvider around it");
  return player;
}
