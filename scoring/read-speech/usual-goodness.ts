import type { ReadPhone, ReadSentence } from "@/scoring/read-speech/read-sentence";

/** How good a sound usually is when sentences are read well. */
export interface GoodnessNorm {
  readonly mean: number;
  readonly sd: number;
}
/** By phone; `OTHER` for one that was too rare to have a norm. */
export type UsualGoodness = Readonly<Record<string, GoodnessNorm>>;

export const OTHER_PHONE = "OTHER";
const MIN_PHONES = 20;
/** Keeps a norm of few sounds from claiming that all of them are alike, nats a frame. */
const SMALLEST_SD = 0.1;

/**
 * The acoustic model finds some sounds harder than others in any reader; sentences of six words hold different sounds. So
 * a sound is compared with the same sound in sentences that people found well read.
 */
export function usualGoodness(wellRead: readonly ReadSentence[]): UsualGoodness {
  const byPhone = new Map<string, number[]>([[OTHER_PHONE, []]]);
  for (const { phone, goodness } of wellRead.flatMap(({ phones }) => phones)) {
    if (!byPhone.has(phone)) byPhone.set(phone, []);
    byPhone.get(phone)?.push(goodness);
    byPhone.get(OTHER_PHONE)?.push(goodness);
  }
  const kept = [...byPhone].filter(([phone, values]) => phone === OTHER_PHONE || values.length >= MIN_PHONES);
  return Object.fromEntries(
    kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([phone, values]) => [phone, normOf(values)]),
  );
}

/** Goodness of a sound in standard deviations from what is usual for it. */
export function relativeGoodness({ phone, goodness }: ReadPhone, usual: UsualGoodness): number {
  const norm = usual[phone] ?? usual[OTHER_PHONE] ?? { mean: 0, sd: 1 };
  return (goodness - norm.mean) / norm.sd;
}

function normOf(values: readonly number[]): GoodnessNorm {
  if (values.length === 0) return { mean: 0, sd: 1 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean: round(mean), sd: round(Math.max(SMALLEST_SD, Math.sqrt(variance))) };
}

/** Three decimals: what the model file shows is what is used. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
