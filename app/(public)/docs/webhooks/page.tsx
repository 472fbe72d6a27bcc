import type { Metadata } from "next";
import { CodeBlock } from "../_components/code-block";
import { InlineMarkdown, Markdown } from "../_components/markdown";
import { PageShell } from "@/components/layout/page-shell";
import { DELIVERY_TIMEOUT_MS, RETRY_AFTER_SECONDS } from "@/lib/webhooks/constants";
import { EVENT_EXPLANATIONS } from "@/lib/webhooks/event-types";
import { EXAMPLE_EVENT, EXAMPLE_HEADERS } from "@/lib/webhooks/example-event";

export const metadata: Metadata = { title: "Webhooks" };

const PAUSES = RETRY_AFTER_SECONDS.map(inWords);

/** How events are sent, signed and sent again. */
export default function WebhooksPage() {
  return (
    <PageShell
      title="Webhooks"
      note={<InlineMarkdown text="Signed as [Standard Webhooks](https://www.standardwebhooks.com) 1.0 says." />}
    >
      <div className="flex max-w-3xl flex-col gap-8">
        <Part title="Events">
          <dl className="flex flex-col">
            {Object.entries(EVENT_EXPLANATIONS).map(([type, words]) => (
              <div key={type} className="border-t border-line py-2 sm:grid sm:grid-cols-[18rem_1fr] sm:gap-4">
                <dt>
                  <code className="text-sm break-all">{type}</code>
                </dt>
                <dd className="text-base text-pretty">
                  <InlineMarkdown text={words} />
                </dd>
              </div>
            ))}
          </dl>
          <Markdown text="An event says where to look and nothing about the person. Events may arrive twice or in another order than they happened: `webhook-id` stays the same, and reading the result says how it stands." />
          <CodeBlock label="An event" text={`${EXAMPLE_HEADERS}\n\n${JSON.stringify(EXAMPLE_EVENT, null, 2)}`} />
        </Part>
        <Part title="Verifying">
          <Markdown text="Take the bytes of the body as they came. Sign `<webhook-id>.<webhook-timestamp>.<body>` with HMAC-SHA256; the key is the base64 after `whsec_`. One of the signatures in `webhook-signature` (separated by spaces, each behind `v1,`) must be yours, compared in constant time. Refuse a timestamp more than five minutes off. There are libraries for many languages that do all of it; the examples in the project do it in Node and Python." />
          <Markdown text="While a secret is rotated, events carry two signatures, and either secret verifies them." />
        </Part>
        <Part title="Answers and tries">
          <Markdown
            text={`A 2xx within ${DELIVERY_TIMEOUT_MS / 1000} seconds is taken; everything else, redirects too, is tried again. 410 ends the endpoint: it is disabled until you enable it.`}
          />
          <Markdown
            text={`Tries, each counted from the one before: ${PAUSES.join(", ")}. Then the delivery has failed; it can be replayed for 30 days, and its log says what your endpoint answered.`}
          />
        </Part>
        <Part title="Addresses">
          <Markdown text="Live endpoints need https. Private, loopback, link-local and metadata addresses are refused, also when a name comes to point there. Test keys may send to this machine; whoever runs the server can open chosen ranges with `OUTBOUND_ALLOW`." />
        </Part>
      </div>
    </PageShell>
  );
}

function Part({ title, children }: Readonly<{ title: string; children: React.ReactNode }>) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function inWords(seconds: number): string {
  if (seconds === 0) return "at once";
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${seconds / 60} min` : `${seconds / 3600} h`;
}
