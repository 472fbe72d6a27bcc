import type { Metadata } from "next";
import { Markdown } from "./_components/markdown";
import { OperationSection } from "./_components/operation-section";
import { ReferenceNav } from "./_components/reference-nav";
import { TryItKeyProvider } from "./_components/try-it-key";
import { REFERENCE_DOCUMENT } from "@/lib/openapi/reference-document";
import { referenceGroups } from "@/lib/openapi/reference-model";

export const metadata: Metadata = { title: "API reference" };

/** Written out in samples; readers put their server's address there. */
const SAMPLE_ORIGIN = "http://localhost:3000";

/** The reference, made of the OpenAPI document: navigation, one section an operation, a form for each. */
export default function ReferencePage() {
  const groups = referenceGroups();
  const { description } = REFERENCE_DOCUMENT.info;
  return (
    <div className="mx-auto max-w-[1680px] lg:flex">
      <ReferenceNav groups={groups} />
      <main id="main" className="min-w-0 flex-1 px-4 py-5 md:px-6 lg:px-10">
        <header className="flex flex-col gap-3 pb-8">
          <h1 className="text-2xl font-semibold tracking-tight">API reference</h1>
          <Markdown text={description} />
          <p className="text-sm">
            <a href="/v1/openapi.json" className="text-accent underline underline-offset-2">
              OpenAPI 3.1 document
            </a>
            {" · "}
            <a href="/llms.txt" className="text-accent underline underline-offset-2">
              llms.txt
            </a>
            {" · "}
            <a href="/soft-skills-score.pdf" className="text-accent underline underline-offset-2">
              Soft-skills score on one page (PDF)
            </a>
          </p>
        </header>
        <TryItKeyProvider>
          {groups.map(({ title, intro, operations }) => (
            <section key={title} aria-label={title} className="pb-6">
              <h2 className="pb-1 text-2xl font-semibold tracking-tight">{title}</h2>
              <div className="pb-5 text-muted">
                <Markdown text={intro} />
              </div>
              {operations.map((operation) => (
                <OperationSection key={operation.id} operation={operation} origin={SAMPLE_ORIGIN} />
              ))}
            </section>
          ))}
        </TryItKeyProvider>
      </main>
    </div>
  );
}
