import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import type { ReadSpeechModel, ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";
import { predictAdditive, fitAdditive } from "@/scoring/fitting/fit-additive";
import { crossValidate } from "@/scoring/fitting/cross-validate";
import { groupedFolds } from "@/scoring/fitting/grouped-folds";
import { mean } from "@/scoring/evaluation/statistics/mean";

export interface ReadSpeechContender {
  readonly shipped: { readonly id: string; readonly model: ReadSpeechModel } | null;
  crossValidate(rows: readonly LabelledRecording[]): ReadSpeechScores[];
}

const PLANS = [
  { knots: [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4.5], shape: { kind: "rising" }, ridge: 1 },
  { knots: [0, 0.1, 0.2, 0.3, 0.4, 0.6], shape: { kind: "falling" }, ridge: 1 },
  { knots: [0, 0.2, 0.5, 1, 1.5, 2], shape: { kind: "falling" }, ridge: 1 },
  { knots: [-4, -2, -1, -0.5, 0], shape: { kind: "rising" }, ridge: 1 },
] as const;

function features({ acoustics, phones }: LabelledRecording): (number | null)[] {
  const aligned = phones?.aligned.filter((p) => p.word !== null) ?? [];
  const first = aligned[0];
  const last = aligned.at(-1);
  if (!phones || !first || !last) return [null, null, null, null];
  const total = (last.endMs - first.startMs) / 1000;
  const spoken = aligned.reduce((s, p) => s + p.endMs - p.startMs, 0) / 1000;
  let longest = 0;
  let free = 0;
  for (const p of phones.aligned)
    if (p.word === null && p.startMs > first.startMs && p.endMs < last.endMs)
      longest = Math.max(longest, p.endMs - p.startMs);
  for (const f of phones.free) {
    const o = Math.max(0, Math.min(f.endMs, last.endMs) - Math.max(f.startMs, first.startMs));
    free += (f.logLikelihood * o) / Math.max(10, f.endMs - f.startMs);
  }
  const forced = phones.aligned
    .filter((p) => p.startMs >= first.startMs && p.endMs <= last.endMs)
    .reduce((s, p) => s + p.logLikelihood, 0);
  return [aligned.length / total / 2.6, 1 - spoken / total, longest / 1000, (forced - free) / (total * 100)];
}

export const READ_SPEECH: ReadSpeechContender = {
  shipped: null,
  crossValidate(rows) {
    const values = rows.map(features);
    const folds = groupedFolds(
      rows.map((r) => r.speaker),
      10,
      1,
    );
    const cv = (scale: "fluency" | "prosody") =>
      crossValidate(rows.length, folds, (train) => {
        const fit = fitAdditive(
          PLANS,
          train.map((i) => values[i] ?? []),
          train.map((i) => mean(rows[i]?.[scale] ?? [])),
        );
        return (row) => predictAdditive(fit, values[row] ?? []);
      });
    const f = cv("fluency"),
      p = cv("prosody");
    return rows.map((_, i) => ({ fluency: f[i] ?? null, prosody: p[i] ?? null }));
  },
};
