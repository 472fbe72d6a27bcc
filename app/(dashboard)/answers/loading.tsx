import { PageShell } from "@/components/layout/page-shell";

/** The shape of the page while it loads. */
export default function AnswersLoading() {
  return (
    <PageShell title="Answers" note="Loading…">
      <div aria-hidden className="flex flex-col gap-px">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="h-9 rounded bg-raised" />
        ))}
      </div>
    </PageShell>
  );
}
