/** Dimensions in the order in which every page shows them. */
export const DIMENSION_ORDER = ["communication", "clarity", "composure", "empathy_signal"] as const;

export const DIMENSION_NAMES: Readonly<Record<(typeof DIMENSION_ORDER)[number], string>> = {
  communication: "Communication",
  clarity: "Clarity",
  composure: "Composure",
  empathy_signal: "Empathy signal",
};
