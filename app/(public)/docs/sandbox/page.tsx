import type { Metadata } from "next";
import { Fragment } from "react";
import { CodeBlock } from "../_components/code-block";
import { InlineMarkdown, Markdown } from "../_components/markdown";
import { PageShell } from "@/components/layout/page-shell";
import { SANDBOX_ANSWERS_A_DAY } from "@/lib/sandbox/constants";
import { SANDBOX_FIXTURES, type SandboxOutcome } from "@/lib/sandbox/sandbox-fixtures";
import manifest from "@/public/fixtures/manifest.json";

export const metadata: Metadata = { title: "Sandbox" };

const OUTCOMES: Readonly<Record<SandboxOutcome, string>> = {
  success: "200 `success`",
  partial: "200 `partial`",
  not_scored: "200 `not_scored`",
  refused: "422, or 202 and `failed`",
  later: "202 `queued`",
};

const CALL = `curl -sS $URL/v1/soft-skills-score \\
  -H "Authorization: Bearer es_test_..." \\
  -H "Content-Type: application/json" \\
  -d '{"fixture": "strong", "role_benchmark": "customer_support"}'`;

/** What test keys do: the caller's own answers for real, and named answers with known results. */
export default function SandboxPage() {
  return (
    <PageShell title="Sandbox" note={<InlineMarkdown text="Keys that begin with `es_test_` never cost a credit." />}>
      <div className="flex max-w-4xl flex-col gap-8">
        <section aria-label="Your own answers" className="flex flex-col gap-3">
          <h2 className="text-base font-semibold">Your own answers</h2>
          <Markdown
            text={`A test key scores your own recordings for real, with the same engine, marked \`livemode: false\`: ${SANDBOX_ANSWERS_A_DAY} answers a day (UTC). The next one is 429 \`sandbox_limit_reached\` with \`Retry-After\`. Weighing an answer for another role and adding a transcript do not count.`}
          />
        </section>
        <section aria-label="Fixtures" className="flex flex-col gap-3">
          <h2 className="text-base font-semibold">Fixtures</h2>
          <Markdown text="Bundled answers by name: the result is the same every time, and they do not count. `role_benchmark`, `external_id`, `candidate`, `position_id` and `metadata` are taken as always. A bundled recording is known by its content, whichever way you send it, and gives the same; one that comes in a batch or by a call counts as one of the day, because it is taken before it is known." />
          <CodeBlock label="A call with a fixture" text={CALL} />
          <table className="w-full text-left text-sm">
            <thead className="text-muted">
              <tr className="border-b border-line">
                <th scope="col" className="py-2 pr-4 font-medium">
                  Fixture
                </th>
                <th scope="col" className="py-2 pr-4 font-medium">
                  Answer
                </th>
                <th scope="col" className="py-2 font-medium">
                  What it shows
                </th>
              </tr>
            </thead>
            <tbody>
              {SANDBOX_FIXTURES.map(({ key, recording, outcome, explanation }) => (
                <tr key={key} className="border-b border-line align-top">
                  <th scope="row" className="py-2 pr-4 font-normal">
                    <code>{withBreaks(key)}</code>
                    <a
                      href={`/fixtures/${fileOf(recording)}`}
                      className="block text-muted underline underline-offset-2"
                    >
                      {fileOf(recording)}
                    </a>
                  </th>
                  <td className="py-2 pr-4">
                    <InlineMarkdown text={OUTCOMES[outcome]} />
                  </td>
                  <td className="py-2 text-pretty">
                    <InlineMarkdown text={explanation} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Markdown text="The voices are synthetic. Scores are the engine's; only the two signals are set by hand, because they are known." />
        </section>
      </div>
    </PageShell>
  );
}

/** May be broken behind its underscores, and nowhere else. */
function withBreaks(key: string) {
  return key.split("_").map((part, index) => (
    <Fragment key={part}>
      {index > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function fileOf(recording: string): string {
  return manifest.answers.find(({ key }) => key === recording)?.file ?? "";
}
