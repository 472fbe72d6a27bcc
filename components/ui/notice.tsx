import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "review" | "error";

const STYLES: Record<NoticeTone, { box: string; Icon: typeof Info; word: string }> = {
  info: { box: "bg-raised text-ink", Icon: Info, word: "Note" },
  review: { box: "bg-review-soft text-ink", Icon: TriangleAlert, word: "Asks for review" },
  error: { box: "bg-danger-soft text-ink", Icon: CircleAlert, word: "Error" },
};
const ICON_TONES: Record<NoticeTone, string> = { info: "text-muted", review: "text-review", error: "text-danger" };

type NoticeProps = Readonly<{ tone?: NoticeTone; title?: string; children?: ReactNode }>;

/** A quiet line or box that says what happened and what to do. Errors are announced at once. */
export function Notice({ tone = "info", title, children }: NoticeProps) {
  const { box, Icon, word } = STYLES[tone];
  return (
    <div role={tone === "error" ? "alert" : "note"} className={`flex gap-2 rounded-md px-3 py-2 text-sm ${box}`}>
      <Icon aria-label={word} size={16} className={`mt-0.5 shrink-0 ${ICON_TONES[tone]}`} />
      <div className="min-w-0">
        {title !== undefined && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
