import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = Readonly<{ title: ReactNode; className?: string; children: ReactNode }>;

/** Something that opens: native, so that it works without a script and can be found by the browser's search. */
export function Disclosure({ title, className = "", children }: DisclosureProps) {
  return (
    <details className={`group ${className}`}>
      <summary className="flex min-h-8 list-none items-center gap-1.5 text-sm font-medium pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={14} className="shrink-0 text-muted transition-transform group-open:rotate-90" />
        <span className="min-w-0">{title}</span>
      </summary>
      {children}
    </details>
  );
}
