import { intervalMs } from "@/scoring/acoustics/interval";
import type { Pause } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";
import { locatePauses } from "@/scoring/features/view/locate-pauses";

/** A longer pause does not mark a boundary, it interrupts (BMARK, scoring-science 3). */
const LONGEST_MARK_MS = 1_500;
/** With fewer boundaries one pause moves the share by more than .2. */
const MIN_BOUNDARIES = 5;

/** BMARK (scoring-science 3), described in the definition. */
export const markedBoundaries = defineFeature({
  id: "pauses.markedBoundaries",
  symbol: "BMARK",
  label: "Pauses between clauses",
  description: "Share of clause boundaries that carry a silent pause of .25 to 1.5 s.",
  source: "own definition",
  version: 2,
  unit: "share",
  range: [0, 1],
  needs: ["timeline", "words"],
  extract: ({ timeline: { pauses }, words: { tokens } }) => {
    let boundaries = 0;
    // The last token ends the answer, or, in a view without a block, a part of it: no boundary lies after it.
    for (let i = 0; i < tokens.length - 1; i++) if (tokens[i]?.endsClause === true) boundaries++;
    if (boundaries < MIN_BOUNDARIES) return unmeasurable("too_few_clauses");
    const located = locatePauses(pauses, tokens);
    const marking: Pause[] = [];
    let marked = -1;
    for (let p = 0; p < pauses.length; p++) {
      const pause = pauses[p];
      const token = located[p] ?? -1; // ascends
      const isBoundary = tokens[token]?.endsClause === true && token < tokens.length - 1;
      if (pause === undefined || !isBoundary || intervalMs(pause) > LONGEST_MARK_MS) continue;
      // Of several pauses at one boundary the last is shown.
      if (token === marked) marking.pop();
      marking.push(pause);
      marked = token;
    }
    return measured(marking.length / boundaries, () => marking.map(pauseMoment));
  },
});
