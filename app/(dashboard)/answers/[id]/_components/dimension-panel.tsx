"use client";

import { Info } from "lucide-react";
import { useState } from "react";
import { dimensionTone } from "@/components/charts/dimension-tone";
import { Badge } from "@/components/ui/badge";
import type { Score } from "./answer-data";
import { DIMENSION_NAMES, type DIMENSION_ORDER } from "./dimension-names";
import { formatPoints } from "./format-evidence";
import { LedgerRow } from "./ledger-row";

/** Smaller terms wait behind "Show all". */
const SMALL_POINTS = 1;

type DimensionPanelProps = Readonly<{ dimension: (typeof DIMENSION_ORDER)[number]; score: Score }>;

/** One dimension: the number with its interval and the whole sum, or why there is no number. */
export function DimensionPanel({ dimension, score }: DimensionPanelProps) {
  const value = score.dimensions[dimension];
  const interval = score.intervals[dimension];
  const reasons = score.low_confidence.find((entry) => entry.dimension === dimension)?.reasons ?? [];
  return (
    <section
      aria-labelledby={`${dimension}-title`}
      className="min-w-0 rounded-md border border-line bg-surface px-3 py-2.5"
    >
      <header className="flex items-baseline justify-between gap-2">
        <h2 id={`${dimension}-title`} className={`text-base font-semibold ${dimensionTone(dimension).text}`}>
          {DIMENSION_NAMES[dimension]}
        </h2>
        <p className="flex items-baseline gap-2">
          {score.provisional.includes(dimension) && <Badge>provisional</Badge>}
          {interval && (
            <span className="text-xs text-muted" title="80 % interval">
              {interval[0]}–{interval[1]}
            </span>
          )}
          <span className="text-xl font-semibold">
            {value ?? <span className="text-sm font-normal text-muted">Not scored</span>}
          </span>
        </p>
      </header>
      {reasons.length > 0 && (
        <ul className="mt-1 flex flex-col gap-0.5 text-sm text-muted">
          {reasons.map((reason) => (
            <li key={reason.code} className="flex gap-1.5">
              <Info size={14} aria-hidden className="mt-0.5 shrink-0" />
              {reason.text}
            </li>
          ))}
        </ul>
      )}
      {value !== null && <Sum dimension={dimension} score={score} />}
    </section>
  );
}

function Sum({ dimension, score }: DimensionPanelProps) {
  const [all, setAll] = useState(false);
  const ledger = score.evidence?.[dimension];
  if (!ledger) return null;
  const shown = all ? ledger.terms : ledger.terms.filter((term) => Math.abs(term.points) >= SMALL_POINTS);
  const hidden = ledger.terms.length - shown.length;
  const restPoints = ledger.terms.reduce((sum, term) => (shown.includes(term) ? sum : sum + term.points), 0);
  return (
    <>
      <ul className="mt-2 flex flex-col">
        <SumLine label="Base" value={ledger.base.toFixed(1)} />
        {shown.map((term) => (
          <LedgerRow key={term.term} dimension={dimension} term={term} />
        ))}
        {hidden > 0 && (
          <SumLine
            label={hidden === 1 ? "1 smaller term" : `${hidden} smaller terms`}
            value={formatPoints(restPoints)}
          />
        )}
        {ledger.clip !== 0 && <SumLine label="Cut to 0–100" value={formatPoints(ledger.clip)} />}
        <SumLine label="Sum" value={`= ${ledger.exact_score.toFixed(1)}`} strong />
      </ul>
      {(hidden > 0 || all) && (
        <button
          type="button"
          onClick={() => setAll(!all)}
          aria-expanded={all}
          className="text-xs text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          {all ? "Show the large terms only" : "Show all terms"}
          <span className="sr-only"> of {DIMENSION_NAMES[dimension]}</span>
        </button>
      )}
      {ledger.missing.length > 0 && (
        <p className="mt-1 text-xs text-muted">
          Left out: {ledger.missing.map((term) => `${term.label} (${term.text})`).join("; ")}.
        </p>
      )}
    </>
  );
}

function SumLine({ label, value, strong = false }: Readonly<{ label: string; value: string; strong?: boolean }>) {
  return (
    <li
      className={`flex justify-between border-t border-line py-1.5 ${strong ? "border-line-strong font-semibold" : "text-muted"}`}
    >
      <span>{label}</span>
      <span>{value}</span>
    </li>
  );
}
