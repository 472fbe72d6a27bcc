import Link from "next/link";
import { LocalTime } from "@/components/format/local-time";
import { ScoreCell } from "@/components/charts/score-cell";
import { formatClock } from "@/components/format/format-clock";
import { Badge } from "@/components/ui/badge";
import { buttonClasses } from "@/components/ui/button";
import type { AnswerListItem } from "@/lib/assessments/loaders";

const STATUS_NOTES: Readonly<Record<string, string>> = {
  queued: "Queued",
  processing: "Scoring…",
  failed: "Failed",
  canceled: "Canceled",
  not_scored: "Not scored",
};
const DIMENSIONS = [
  ["communication", "Comm."],
  ["clarity", "Clarity"],
  ["composure", "Comp."],
  ["empathy_signal", "Empathy"],
] as const;

type AnswersTableProps = Readonly<{ items: readonly AnswerListItem[]; nextCursor: string | null }>;

/** One row an answer; the title opens it. On a phone it scrolls sideways under a fixed first column. */
export function AnswersTable({ items, nextCursor }: AnswersTableProps) {
  return (
    <>
      <div
        className="relative overflow-x-auto rounded-md border border-line bg-surface"
        tabIndex={0}
        role="region"
        aria-label="Answers"
      >
        <table className="w-full border-collapse text-sm">
          <thead className="text-xs text-muted">
            <tr>
              <th scope="col" className="sticky left-0 bg-surface px-3 py-2 text-left font-medium">
                Answer
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Overall
              </th>
              {DIMENSIONS.map(([key, label]) => (
                <th key={key} scope="col" className="px-3 py-2 text-right font-medium">
                  {label}
                </th>
              ))}
              <th scope="col" className="px-3 py-2 text-left font-medium">
                Role
              </th>
              <th scope="col" className="px-3 py-2 text-left font-medium">
                Notes
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Length
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Scored
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <AnswerRow key={item.id} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      {nextCursor !== null && (
        <Link href={`/answers?cursor=${encodeURIComponent(nextCursor)}`} className={`${buttonClasses()} self-start`}>
          Older answers
        </Link>
      )}
    </>
  );
}

function AnswerRow({ item }: Readonly<{ item: AnswerListItem }>) {
  return (
    <tr className="h-9 border-t border-line hover:bg-raised">
      <th scope="row" className="sticky left-0 min-w-44 bg-surface lg:min-w-80 px-3 text-left font-medium">
        <Link
          href={`/answers/${item.id}`}
          className="inline-flex min-h-8 items-center hover:underline pointer-coarse:min-h-11"
        >
          {item.title}
        </Link>{" "}
        {item.synthetic && <Badge tone="accent">synthetic</Badge>}
      </th>
      <td className="px-3 text-right">
        <ScoreCell dimension="overall" score={item.overallScore} />
      </td>
      {DIMENSIONS.map(([key]) => (
        <td key={key} className="px-3 text-right">
          <ScoreCell dimension={key} score={item.dimensions[key]} interval={item.intervals[key] ?? null} />
        </td>
      ))}
      <td className="whitespace-nowrap px-3 text-muted">{item.roleBenchmark}</td>
      <td className="w-full max-w-0 truncate px-3 text-muted max-lg:min-w-64" title={item.note}>
        {item.note || STATUS_NOTES[item.status] || ""}
      </td>
      <td className="px-3 text-right text-muted">{item.durationMs === null ? "–" : formatClock(item.durationMs)}</td>
      <td className="whitespace-nowrap px-3 text-right text-muted">
        <LocalTime iso={item.createdAt} />
      </td>
    </tr>
  );
}
