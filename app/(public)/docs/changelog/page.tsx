import type { Metadata } from "next";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { InlineMarkdown } from "../_components/markdown";
import { PageShell } from "@/components/layout/page-shell";

export const metadata: Metadata = { title: "API changelog" };
/** Read when the application is built. */
export const dynamic = "force-static";

/** docs/changelog.md as a page. */
export default async function ChangelogPage() {
  const [, intro = "", ...entries] = await readChangelog();
  return (
    <PageShell title="Changelog" note={<InlineMarkdown text={intro} />}>
      {entries.map((entry) => {
        const [version = "", ...lines] = entry.replace(/^## /, "").split("\n");
        return (
          <section key={version} aria-label={version} className="max-w-prose border-t border-line pt-4">
            <h2 className="pb-2 text-base font-semibold">{version}</h2>
            <ul className="flex list-disc flex-col gap-1.5 pl-5 text-base text-pretty marker:text-muted">
              {lines
                .filter((line) => line.startsWith("- "))
                .map((line) => (
                  <li key={line}>
                    <InlineMarkdown text={line.slice(2)} />
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </PageShell>
  );
}

/** Title, introduction, then one part a version. */
async function readChangelog(): Promise<readonly string[]> {
  const text = await readFile(path.join(process.cwd(), "docs/changelog.md"), "utf8");
  const [head = "", ...entries] = text.trim().split(/\n(?=## )/);
  const [title = "", intro = ""] = head.trim().split("\n\n");
  return [title, intro, ...entries];
}
