import { dimensionTone } from "@/components/charts/dimension-tone";

type ScoreCellProps = Readonly<{
  dimension: string;
  /** 0..100, or null when it was withheld. */
  score: number | null;
  /** 80 % interval, 0..100. */
  interval?: readonly [number, number] | null;
}>;

/** A number over a thin bar whose whisker is the 80 % interval. A withheld score is a dash, never a zero. */
export function ScoreCell({ dimension, score, interval }: ScoreCellProps) {
  if (score === null) {
    return (
      <span className="text-muted" title="Not scored">
        <span aria-hidden>–</span>
        <span className="sr-only">not scored</span>
      </span>
    );
  }
  return (
    <span className="inline-flex w-14 flex-col items-stretch gap-0.5">
      <span className="text-right">{score}</span>
      <span aria-hidden className="relative h-1 rounded-full bg-raised">
        <span
          className={`absolute inset-y-0 left-0 rounded-full ${dimensionTone(dimension).bar}`}
          style={{ width: `${score}%` }}
        />
        {interval && (
          <span
            className="absolute -inset-y-0.5 border-x border-muted"
            style={{ left: `${interval[0]}%`, right: `${100 - interval[1]}%` }}
          />
        )}
      </span>
    </span>
  );
}
