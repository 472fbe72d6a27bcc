"use client";

import { useMemo, useState } from "react";
import { PlayerProvider, type Span } from "@/components/player/player-context";
import { Transport } from "@/components/player/transport";
import { usePlayerKeys } from "@/components/player/use-player-keys";
import { AddTranscriptForm } from "./add-transcript-form";
import type { Score, TranscriptWord } from "./answer-data";
import { DIMENSION_NAMES, DIMENSION_ORDER } from "./dimension-names";
import { DimensionPanel } from "./dimension-panel";
import { MeasurementsTable } from "./measurements-table";
import { TranscriptPanel } from "./transcript-panel";

type AnswerViewProps = Readonly<{
  score: Score;
  words: readonly TranscriptWord[];
  peaks: readonly number[];
  pauses: readonly Span[];
  recordingUrl: string;
}>;

/** Recording, transcript, the four sums and the measurements, tied together by one player. */
export function AnswerView(props: AnswerViewProps) {
  return (
    <PlayerProvider src={props.recordingUrl} durationMs={props.score.audio?.duration_ms ?? 0}>
      <AnswerBody {...props} />
    </PlayerProvider>
  );
}

function AnswerBody({ score, words, peaks, pauses }: AnswerViewProps) {
  const [chosen, setChosen] = useState<(typeof DIMENSION_ORDER)[number]>("communication");
  usePlayerKeys(useMemo(() => allMoments(score), [score]));
  return (
    <div className="flex flex-col gap-4">
      <div className="sticky top-0 z-10 -mx-1 bg-page px-1 py-1">
        <Transport peaks={peaks} pauses={pauses} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(16rem,1fr)_minmax(0,2fr)] 2xl:grid-cols-[minmax(18rem,1fr)_minmax(0,4fr)]">
        <div className="flex flex-col gap-4 max-lg:order-2 lg:sticky lg:top-24">
          {words.length > 0 && <TranscriptPanel words={words} />}
          <AddTranscriptForm assessmentId={score.id} hasTranscript={words.length > 0} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <div role="group" aria-label="Dimension" className="flex gap-1 overflow-x-auto md:hidden">
            {DIMENSION_ORDER.map((dimension) => (
              <button
                key={dimension}
                type="button"
                aria-pressed={chosen === dimension}
                onClick={() => setChosen(dimension)}
                className="min-h-11 shrink-0 rounded-md border border-line px-2.5 text-sm aria-pressed:border-accent aria-pressed:bg-accent-soft"
              >
                {DIMENSION_NAMES[dimension]} {score.dimensions[dimension] ?? "–"}
              </button>
            ))}
          </div>
          <div className="grid items-start gap-4 md:grid-cols-2 2xl:grid-cols-4">
            {DIMENSION_ORDER.map((dimension) => (
              <div key={dimension} className={chosen === dimension ? "min-w-0" : "min-w-0 max-md:hidden"}>
                <DimensionPanel dimension={dimension} score={score} />
              </div>
            ))}
          </div>
          <MeasurementsTable measurements={score.measurements} />
        </div>
      </div>
    </div>
  );
}

/** Every moment of every ledger once, in the order in which it is heard. */
function allMoments(score: Score): Span[] {
  const spans = new Map<string, Span>();
  for (const ledger of Object.values(score.evidence ?? {}))
    for (const term of ledger.terms)
      for (const moment of term.moments)
        spans.set(`${moment.start_ms}-${moment.end_ms}`, { startMs: moment.start_ms, endMs: moment.end_ms });
  return [...spans.values()].sort((a, b) => a.startMs - b.startMs);
}
