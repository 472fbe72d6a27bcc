import Link from "next/link";
import type { ReactNode } from "react";

const INLINE = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/;

/** Words with `code`, **bold** and [links](/to): what the descriptions of the document use, and no more. */
export function InlineMarkdown({ text }: Readonly<{ text: string }>) {
  return text.split(INLINE).map((part, index) => <Part key={index} text={part} />);
}

function Part({ text }: Readonly<{ text: string }>): ReactNode {
  if (/^`.+`$/.test(text))
    return (
      <code className="rounded bg-raised px-1 font-mono text-[0.92em] print:bg-transparent print:px-0">
        {text.slice(1, -1)}
      </code>
    );
  if (/^\*\*.+\*\*$/.test(text)) return <strong className="font-semibold">{text.slice(2, -2)}</strong>;
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(text);
  if (!link) return text;
  return (
    <Link href={link[2] ?? ""} className="text-accent underline underline-offset-2">
      {link[1]}
    </Link>
  );
}

/** Paragraphs of it. */
export function Markdown({ text }: Readonly<{ text: string }>) {
  return text.split("\n\n").map((paragraph, index) => (
    <p key={index} className="max-w-prose text-base text-pretty">
      <InlineMarkdown text={paragraph} />
    </p>
  ));
}
