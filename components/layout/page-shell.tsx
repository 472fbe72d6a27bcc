import type { ReactNode } from "react";

type PageShellProps = Readonly<{ title: ReactNode; note?: ReactNode; actions?: ReactNode; children: ReactNode }>;

/** Heading, one line of context, actions on the right, then the page. */
export function PageShell({ title, note, actions, children }: PageShellProps) {
  return (
    <main id="main" className="mx-auto flex w-full max-w-[1680px] flex-col gap-4 px-4 py-5 md:px-6">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {note !== undefined && <div className="text-sm text-muted">{note}</div>}
        </div>
        {actions !== undefined && <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
