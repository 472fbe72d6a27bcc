"use client";

import { PageShell } from "@/components/layout/page-shell";
import { Button } from "@/components/ui/button";

/** Something broke while a page was made. The digest finds the log line; nothing else is shown. */
export default function DashboardError({
  error,
  reset,
}: Readonly<{ error: Error & { digest?: string }; reset: () => void }>) {
  return (
    <PageShell title="This page could not be shown">
      <p className="max-w-prose text-muted">
        Nothing was lost. Try again; if it happens again, look for {error.digest ?? "the time of day"} in the server’s
        log.
      </p>
      <Button onClick={reset} className="self-start">
        Try again
      </Button>
    </PageShell>
  );
}
