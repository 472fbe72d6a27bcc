import type { ReactNode } from "react";

type BadgeProps = Readonly<{ tone?: "plain" | "review" | "accent"; children: ReactNode }>;

const TONES = {
  plain: "bg-raised text-muted",
  review: "bg-review-soft text-review",
  accent: "bg-accent-soft text-accent",
} as const;

/** A word or two beside a title or in a cell. */
export function Badge({ tone = "plain", children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap rounded px-1.5 py-px text-xs font-medium ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
