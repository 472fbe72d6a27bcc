import type { Dimension } from "@/scoring/dimensions/dimension-result";

/** What must hold when one thing about an answer is changed (scoring-science 8.2), points of 100. */
export type ChangeLimit =
  /** Mean distance of exact scores, in every dimension and variant, and largest distance; null: reported only. */
  | { readonly kind: "distance"; readonly mean: number | null; readonly max: number | null }
  /** The dimension's mean falls by an amount in this range in every variant, and nobody's rises. */
  | { readonly kind: "fall"; readonly dimensions: readonly Dimension[]; readonly least: number; readonly most: number }
  /** No score of the dimension rises by more. */
  | { readonly kind: "rise"; readonly dimensions: readonly Dimension[]; readonly most: number }
  /** Withheld, or given with a standard error that is larger than before by more than rounding. */
  | { readonly kind: "widened"; readonly dimensions: readonly Dimension[] };

/** A row of the table. */
export interface ChangeRow {
  readonly name: string;
  readonly title: string;
  readonly limit: ChangeLimit;
  /** Programs outside the project without which the change cannot be made; the row is a miss where anything else fails. */
  readonly tool?: string;
  /** One bundled answer in several versions, not several speakers. */
  readonly oneAnswer?: true;
}

const distance = (mean: number, max: number): ChangeLimit => ({ kind: "distance", mean, max });

export const CHANGE_ROWS = [
  { name: "gain", title: "12 dB softer, 6 dB louder", limit: distance(0.2, 0.5) },
  { name: "pitch_formants", title: "pitch and formants 3 semitones up, down", limit: distance(1.5, 3) },
  { name: "vocoder", title: "vocoder alone, twice", limit: { kind: "distance", mean: null, max: null } },
  { name: "telephone_band", title: "telephone band, 300-3,400 Hz", limit: distance(1.5, 4) },
  { name: "noise", title: "pink noise, 30, 20, 15 dB below speech", limit: distance(1.5, 4) },
  {
    name: "noise_10db",
    title: "pink noise, 10 dB below speech: withheld, or a larger error",
    // Dimensions that use words alone would be left out; empathy_signal uses pitch, so there is none.
    limit: { kind: "widened", dimensions: ["communication", "clarity", "composure", "empathy_signal"] },
  },
  { name: "leading_silence", title: "1 s of room sound or silence before", limit: distance(0.2, 0.5) },
  {
    name: "reencoding",
    title: "MP3, OGG, M4A at 32 kbit/s",
    limit: distance(1, 3),
    tool: "FFmpeg's encoders for MP3, OGG and M4A",
  },
  {
    name: "voices",
    title: "the same words in ten synthetic voices, two by two",
    limit: distance(2, 4),
    tool: "espeak-ng and flite",
    oneAnswer: true,
  },
  { name: "people", title: "names and pronouns swapped", limit: distance(0.2, 0.5) },
  { name: "substitutions_10", title: "10 % of the words wrong", limit: distance(3, 8) },
  { name: "substitutions_20", title: "20 % of the words wrong", limit: distance(5, 8) },
  {
    name: "fillers",
    title: "5 fillers more in 100 words",
    limit: { kind: "fall", dimensions: ["clarity"], least: 2, most: 8 },
  },
  {
    name: "pauses",
    title: "six pauses of 2 s inside phrases",
    limit: { kind: "fall", dimensions: ["clarity", "composure"], least: 0, most: 100 },
  },
  {
    name: "off_topic",
    title: "30 s with the words of another answer appended",
    limit: { kind: "rise", dimensions: ["communication"], most: 0 },
  },
  {
    name: "stock_phrases",
    title: "five stock empathy phrases pasted together",
    limit: { kind: "rise", dimensions: ["communication", "clarity", "composure", "empathy_signal"], most: 12 },
  },
] as const satisfies readonly ChangeRow[];

export type ChangeName = (typeof CHANGE_ROWS)[number]["name"];
