"use client";

import { useId, useState } from "react";
import { dimensionTone } from "@/components/charts/dimension-tone";
import { MomentButton } from "./moment-button";
import type { EvidenceTerm } from "./answer-data";
import { formatPoints, formatValue } from "./format-evidence";

/** Terms beyond this many points fill their half of the bar; the largest weight in the model is 12. */
const POINTS_FULL_BAR = 12;
const MOMENTS_SHOWN = 8;

/** One line of the sum: what was measured, what is usual, what it earned, and where it happened. */
export function LedgerRow({ dimension, term }: Readonly<{ dimension: string; term: EvidenceTerm }>) {
  const [open, setOpen] = useState(false);
  const listId = useId();
  const share = Math.min(1, Math.abs(term.points) / POINTS_FULL_BAR) * 50;
  const count = term.moments.length;
  return (
    <li className="border-t border-line py-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_3.5rem_2.75rem] items-start gap-x-2">
        <div className="min-w-0">
          <p className="font-medium">{term.label}</p>
          <p className="text-xs text-muted">
            {formatValue(term.value, term.unit)}
            {term.norm && ` · usual ${formatNorm(term.norm, term.unit)}`}
          </p>
        </div>
        <span aria-hidden className="relative mt-1.5 h-2 rounded-sm bg-raised">
          <span className="absolute inset-y-[-3px] left-1/2 w-px bg-line-strong" />
          <span
            className={`absolute inset-y-0 rounded-sm ${term.points >= 0 ? dimensionTone(dimension).bar : "bg-line-strong"}`}
            style={term.points >= 0 ? { left: "50%", width: `${share}%` } : { right: "50%", width: `${share}%` }}
          />
        </span>
        <span className="text-right font-medium">{formatPoints(term.points)}</span>
      </div>
      {term.detail && <p className="text-xs text-muted">{term.detail}</p>}
      {count > 0 && (
        <>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
            className="text-xs text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
          >
            {open ? "Hide" : "Hear"} {count === 1 ? "the moment" : `${count} moments`}
            <span className="sr-only"> of {term.label}</span>
          </button>
          <div id={listId} hidden={!open} className="flex flex-wrap gap-1 pt-1">
            {term.moments.slice(0, MOMENTS_SHOWN).map((moment, i) => (
              <MomentButton key={i} moment={moment} />
            ))}
            {count > MOMENTS_SHOWN && (
              <span className="self-center text-xs text-muted">and {count - MOMENTS_SHOWN} more</span>
            )}
          </div>
        </>
      )}
    </li>
  );
}

/** The norm in the value's unit, which is not written twice. */
function formatNorm(norm: NonNullable<EvidenceTerm["norm"]>, unit: string): string {
  const number = (value: number) =>
    unit === "share" ? formatValue(value, unit) : Number(value.toPrecision(3)).toString();
  return norm.sd === null ? number(norm.mean) : `${number(norm.mean)} ± ${number(norm.sd)}`;
}
