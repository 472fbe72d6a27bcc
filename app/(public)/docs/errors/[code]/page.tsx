import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageShell } from "@/components/layout/page-shell";
import { CodeBlock } from "../../_components/code-block";
import { InlineMarkdown } from "../../_components/markdown";
import { ERROR_CODES, type ErrorCode } from "@/lib/errors/error-codes";
import { ERROR_EXPLANATIONS } from "@/lib/errors/error-explanations";

type Props = Readonly<{ params: Promise<{ code: string }> }>;

interface Entry {
  readonly code: ErrorCode;
  readonly status: number;
  readonly title: string;
}

// Object.entries() forgets which keys they are; these are exactly the table's.
const CODES: ReadonlyMap<string, Entry> = new Map(
  // As above.
  Object.entries(ERROR_CODES).map(([code, entry]) => [code, { ...entry, code: code as ErrorCode }]),
);

export const metadata: Metadata = { title: "Error code" };

export function generateStaticParams() {
  return [...CODES.keys()].map((code) => ({ code }));
}

/** The page that the `type` of a problem+json response leads to. */
export default async function ErrorCodePage({ params }: Props) {
  const { code } = await params;
  const entry = CODES.get(code);
  if (!entry) notFound();
  const { cause, remedy } = ERROR_EXPLANATIONS[entry.code];
  return (
    <PageShell title={entry.title} note={<code>{code}</code>}>
      <dl className="flex max-w-prose flex-col gap-4 text-base text-pretty">
        <Fact term="Why">
          <InlineMarkdown text={cause} />
        </Fact>
        <Fact term="What to do">
          <InlineMarkdown text={remedy} />
        </Fact>
        {entry.status < 500 && <Fact term="What it cost">Nothing was stored and nothing was charged.</Fact>}
      </dl>
      <div className="max-w-prose">
        <CodeBlock label="An answer with this code" text={exampleOf(entry)} />
      </div>
    </PageShell>
  );
}

function Fact({ term, children }: Readonly<{ term: string; children: React.ReactNode }>) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What arrives: status line, content type and body. */
function exampleOf({ code, status, title }: Entry): string {
  const detail = "What was wrong with this request, and what to do.";
  const body = { type: `/docs/errors/${code}`, title, status, detail, code, request_id: "req_01J...", errors: [] };
  return `HTTP/1.1 ${status}\nContent-Type: application/problem+json\n\n${JSON.stringify(body, null, 2)}`;
}
