import { Check, Minus } from "lucide-react";
import { type Capability, describeCapabilities } from "@/lib/health/capabilities";
import { collectCapabilityFacts } from "@/lib/health/collect-capability-facts";

const STATE_WORDS: Readonly<Record<Capability["state"], string>> = { works: "works", limited: "limited", off: "off" };

/** One quiet line while no recogniser is connected; opens to the same table that `npm run doctor` prints. */
export async function CapabilityBanner() {
  const capabilities = describeCapabilities(await collectCapabilityFacts());
  if (capabilities.every(({ state }) => state === "works")) return null;
  return (
    <details className="no-print border-b border-line bg-raised text-sm">
      <summary className="mx-auto flex min-h-9 max-w-[1680px] items-center gap-2 px-4 py-1.5 text-muted md:px-6">
        <span>{summarise(capabilities)}</span>
        <span className="shrink-0 text-accent underline underline-offset-2">What works here</span>
      </summary>
      <dl className="mx-auto grid max-w-[1680px] gap-x-4 px-4 pb-3 sm:grid-cols-[max-content_1fr] md:px-6">
        {capabilities.map((capability) => (
          <CapabilityRow key={capability.key} capability={capability} />
        ))}
      </dl>
    </details>
  );
}

function summarise(capabilities: readonly Capability[]): string {
  const recogniser = capabilities.find(({ key }) => key === "recogniser");
  if (recogniser?.state !== "works")
    return "Without a transcript, clarity and composure are scored provisionally from the sound. With what was said, all four are.";
  return "Some parts are limited on this machine.";
}

function CapabilityRow({ capability }: Readonly<{ capability: Capability }>) {
  const { label, state, detail, action } = capability;
  const Icon = state === "works" ? Check : Minus;
  return (
    <>
      <dt className="flex items-center gap-1.5 pt-1 font-medium">
        <Icon size={14} aria-label={STATE_WORDS[state]} className="shrink-0 text-muted" />
        {label}
      </dt>
      <dd className="pt-1 text-muted max-sm:pl-5">
        {detail}
        {action !== null && <span className="block">{action}</span>}
      </dd>
    </>
  );
}
