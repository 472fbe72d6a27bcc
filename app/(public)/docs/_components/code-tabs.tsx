"use client";

import { Tabs } from "radix-ui";
import { CodeBlock } from "./code-block";

type CodeTabsProps = Readonly<{ label: string; tabs: readonly { readonly name: string; readonly text: string }[] }>;

/** Several texts in one place, chosen by tab. */
export function CodeTabs({ label, tabs }: CodeTabsProps) {
  return (
    <Tabs.Root defaultValue="0">
      <Tabs.List aria-label={label} className="mb-1 flex flex-wrap gap-1">
        {tabs.map(({ name }, index) => (
          <Tabs.Trigger
            key={name}
            value={String(index)}
            className="inline-flex h-7 cursor-pointer items-center rounded px-2 text-xs font-medium text-muted pointer-coarse:h-11 hover:bg-raised data-[state=active]:bg-accent-soft data-[state=active]:text-accent"
          >
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map(({ name, text }, index) => (
        <Tabs.Content key={name} value={String(index)} tabIndex={-1}>
          <CodeBlock label={`${label}, ${name}`} text={text} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
