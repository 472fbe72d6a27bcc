import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AnswerSummary } from "./_components/answer-summary";
import { AnswerView } from "./_components/answer-view";
import { UnscoredRun } from "./_components/unscored-run";
import { formatClock } from "@/components/format/format-clock";
import { PageShell } from "@/components/layout/page-shell";
import { Badge } from "@/components/ui/badge";
import { loadAnswerPage, loadUnscoredRun } from "@/lib/assessments/loaders";

type Props = Readonly<{ params: Promise<{ id: string }> }>;

export const metadata: Metadata = { title: "Answer" };

export default async function AnswerPage({ params }: Props) {
  const { id } = await params;
  const answer = await loadAnswerPage(id);
  if (!answer) {
    const run = await loadUnscoredRun(id);
    return run ? <UnscoredRun {...run} /> : notFound();
  }
  const { score, title, synthetic, prompt } = answer;
  const note = `${score.role_benchmark} v${score.benchmark.version} · answer of ${formatClock(score.audio?.duration_ms ?? 0)} · ${score.model}`;
  const heading = (
    <span className="flex flex-wrap items-center gap-2">
      {title} {synthetic && <Badge tone="accent">synthetic voices</Badge>}
    </span>
  );
  return (
    <PageShell
      title={heading}
      note={note}
      actions={
        <Link href="/answers" className="inline-flex items-center gap-1 text-sm text-accent hover:underline">
          <ArrowLeft size={14} aria-hidden /> All answers
        </Link>
      }
    >
      {prompt && <p className="max-w-prose text-base">“{prompt}”</p>}
      <AnswerSummary score={score} />
      <AnswerView {...answer} />
    </PageShell>
  );
}
