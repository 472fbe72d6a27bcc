type CodeBlockProps = Readonly<{ label: string; text: string }>;

/** Text of a program; scrolls by itself, by keyboard too. */
export function CodeBlock({ label, text }: CodeBlockProps) {
  return (
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="max-h-96 overflow-auto rounded-md border border-line bg-raised px-3 py-2 font-mono text-xs leading-5"
    >
      <code>{text}</code>
    </pre>
  );
}
