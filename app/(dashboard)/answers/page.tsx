import type { Metadata } from "next";
import Link from "next/link";
import { AnswersTable } from "./_components/answers-table";
import { EmptyState } from "@/components/layout/empty-state";
import { PageShell } from "@/components/layout/page-shell";
import { buttonClasses } from "@/components/ui/button";
import { loadAnswersPage } from "@/lib/assessments/loaders";

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export const metadata: Metadata = { title: "Answers" };

export default async function AnswersPage({ searchParams }: Props) {
  const page = await loadAnswersPage(await searchParams);
  const upload = (
    <Link href="/answers/new" className={buttonClasses("primary")}>
      Score an answer
    </Link>
  );
  return (
    <PageShell title="Answers" note="Newest first." actions={upload}>
      {page.items.length === 0 ? (
        <EmptyState title="No answers yet" action={upload}>
          Upload one recording of about four minutes, with what was said if you have it. Every format from MP3 to MOV
          works.
        </EmptyState>
      ) : (
        <AnswersTable {...page} />
      )}
    </PageShell>
  );
}
