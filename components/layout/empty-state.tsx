import type { ReactNode } from "react";

type EmptyStateProps = Readonly<{ title: string; children: ReactNode; action?: ReactNode }>;

/** What a page shows while it has nothing: why, and the way in. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-md border border-dashed border-line-strong px-5 py-8">
      <p className="text-base font-medium">{title}</p>
      <div className="max-w-prose text-sm text-muted">{children}</div>
      {action}
    </div>
  );
}
