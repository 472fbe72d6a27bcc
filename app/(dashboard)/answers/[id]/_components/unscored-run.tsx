"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { PageShell } from "@/components/layout/page-shell";
import { Notice } from "@/components/ui/notice";
import { buttonClasses } from "@/components/ui/button";

/** Scoring takes seconds; the page looks again this often. */
const LOOK_AGAIN_MS = 2000;

const TITLES: Readonly<Record<string, string>> = {
  queued: "Waiting to be scored",
  processing: "Measuring and scoring…",
  canceled: "This run was canceled",
};

/** An answer without a result: still on its way, or failed with a reason. */
export function UnscoredRun({ status, detail }: Readonly<{ status: string; detail: string | null }>) {
  const router = useRouter();
  const waiting = status === "queued" || status === "processing";
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, router]);
  return (
    <PageShell title={TITLES[status] ?? "The answer was not scored"}>
      <div aria-live="polite">
        {waiting ? (
          <p className="text-muted">This page shows the result as soon as it is there.</p>
        ) : (
          <Notice tone="error">{detail ?? "The run ended without a result. Send the recording again."}</Notice>
        )}
      </div>
      <Link href="/answers" className={`${buttonClasses()} self-start`}>
        All answers
      </Link>
    </PageShell>
  );
}
