"use client";

import { Tabs } from "radix-ui";
import { CodeBlock } from "./code-block";

type CodeTabsProps = Readonly<{ label: string; tabs: readonly { readonly name: string; readonly text: string }[] }>;

/** Several texts in one place, chosen by tab. */
export function CodeTabs({ label, tabs }: CodeTabsProps) {
  return (
    <Tabs.Root defaultValue={tabs[0]?.name ?? ""}>
      <Tabs.List aria-label={label} className="mb-1 flex flex-wrap gap-1">
        {tabs.map(({ name }) => (
          <Tabs.Trigger
            key={name}
            value={name}
            className="inline-flex h-7 cursor-pointer items-center rounded px-2 text-xs font-medium text-muted pointer-coarse:h-11 hover:bg-raised data-[state=active]:bg-accent-soft data-[state=active]:text-accent"
          >
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ name, text }) => (
        <Tabs.Content key={name} value={name} tabIndex={-1}>
          <CodeBlock label={`${label}, ${name}`} text={text} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
