import type { Metadata } from "next";
import Link from "next/link";
import { Facts } from "./_components/facts";
import { DimensionsTable, RolesTable } from "./_components/tables";
import { onePageExample } from "@/lib/openapi/one-page-example";

export const metadata: Metadata = { title: "Soft-skills score on one page" };

const CALL = `curl https://YOUR-SERVER/v1/soft-skills-score \\
  -H "Authorization: Bearer $EARSHOT_KEY" \\
  -F audio=@answer.mp3 -F role_benchmark=customer_support \\
  -F prompt="Tell me about a time ..." -F prompt_type=past \\
  -F external_id=call-7`;

/** The main endpoint on one page; printed, it is one sheet of A4 (scripts/print-reference.mjs makes the PDF). */
export default function OnePageReference() {
  return (
    <main
      id="main"
      className="one-sheet mx-auto flex w-full max-w-[1100px] flex-col gap-5 px-4 py-6 md:px-6 print:max-w-none print:gap-2 print:p-0 print:text-[7.9pt] print:leading-[10.4pt]"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 print:gap-y-0">
        <h1 className="text-2xl font-semibold tracking-tight print:text-[13pt] print:leading-[16pt]">
          <code className="font-mono">POST /v1/soft-skills-score</code>
        </h1>
        <p className="text-muted">Earshot API v1 · one spoken answer in, four explained scores out</p>
        <p className="no-print flex gap-4 text-sm">
          <a href="/soft-skills-score.pdf" className="text-accent underline underline-offset-2">
            As PDF
          </a>
          <Link href="/docs#post_soft_skills_score" className="text-accent underline underline-offset-2">
            In the full reference
          </Link>
        </p>
      </header>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2 print:grid-cols-[1.06fr_1fr] print:gap-x-5 print:gap-y-2">
        <div className="flex min-w-0 flex-col gap-5 print:gap-2.5">
          <Section title="Request">
            <Code label="Request" text={CALL} />
            <Facts of="request" />
          </Section>
          <Section title="The four dimensions">
            <DimensionsTable />
          </Section>
          <Section title="Role and bar">
            <RolesTable />
            <Facts of="role" />
          </Section>
          <Section title="Signals that ask for review">
            <Facts of="signals" />
          </Section>
          <Section title="Later, again, too many">
            <Facts of="conduct" />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-5 print:gap-2.5">
          <Section title="Result">
            <Code label="Result" text={onePageExample()} />
          </Section>
          <Section title="How a score stays explainable">
            <Facts of="evidence" />
          </Section>
        </div>
      </div>
    </main>
  );
}

function Section({ title, children }: Readonly<{ title: string; children: React.ReactNode }>) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 print:gap-0.5">
      <h2 className="text-base font-semibold print:text-[9.4pt] print:leading-[12pt]">{title}</h2>
      {children}
    </section>
  );
}

function Code({ label, text }: Readonly<{ label: string; text: string }>) {
  return (
    <pre
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-raised px-3 py-2 font-mono text-xs leading-5 print:overflow-visible print:whitespace-pre-wrap print:px-1.5 print:py-1 print:text-[6.7pt] print:leading-[8.8pt]"
    >
      <code>{text}</code>
    </pre>
  );
}
