import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageShell } from "@/components/layout/page-shell";
import { ERROR_CODES } from "@/lib/errors/error-codes";

type Props = Readonly<{ params: Promise<{ code: string }> }>;

const CODES: ReadonlyMap<string, { readonly status: number; readonly title: string }> = new Map(
  Object.entries(ERROR_CODES),
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
  return (
    <PageShell title={entry.title} note={<code>{code}</code>}>
      <p className="max-w-prose text-base">
        The response has status {entry.status}. Its <code>detail</code> says what was wrong and what to do; where one
        part of the request is to blame, <code>errors[].pointer</code> names it. Quote the <code>request_id</code> when
        you ask for help.
      </p>
      {entry.status < 500 && (
        <p className="max-w-prose text-base text-muted">Nothing was stored and nothing was charged.</p>
      )}
    </PageShell>
  );
}
