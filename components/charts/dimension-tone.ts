/** The steady hue of each dimension, as static class names (Tailwind reads them from the source). */
export const DIMENSION_TONES: Readonly<Record<string, { readonly text: string; readonly bar: string }>> = {
  communication: { text: "text-communication", bar: "bg-communication" },
  clarity: { text: "text-clarity", bar: "bg-clarity" },
  composure: { text: "text-composure", bar: "bg-composure" },
  empathy_signal: { text: "text-empathy-signal", bar: "bg-empathy-signal" },
};

/** Neutral, for what is not one of the four. */
export const NEUTRAL_TONE = { text: "text-ink", bar: "bg-line-strong" } as const;

/** Hue of a dimension; neutral for the overall. */
export function dimensionTone(dimension: string): { readonly text: string; readonly bar: string } {
  return DIMENSION_TONES[dimension] ?? NEUTRAL_TONE;
}
