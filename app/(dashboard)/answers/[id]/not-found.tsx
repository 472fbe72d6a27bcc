import Link from "next/link";
import { PageShell } from "@/components/layout/page-shell";
import { buttonClasses } from "@/components/ui/button";

export default function AnswerNotFound() {
  return (
    <PageShell title="There is no such answer">
      <p className="max-w-prose text-muted">It was erased, or the address is not complete.</p>
      <Link href="/answers" className={`${buttonClasses()} self-start`}>
        All answers
      </Link>
    </PageShell>
  );
}
