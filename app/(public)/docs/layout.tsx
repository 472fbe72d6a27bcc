import Link from "next/link";
import type { ReactNode } from "react";

const PAGES = [
  { href: "/docs", title: "Reference" },
  { href: "/docs/soft-skills-score", title: "On one page" },
  { href: "/docs/sandbox", title: "Sandbox" },
  { href: "/docs/webhooks", title: "Webhooks" },
  { href: "/docs/errors", title: "Errors" },
  { href: "/docs/changelog", title: "Changelog" },
];

/** The bar above every page of the documentation. */
export default function DocsLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-20 focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <nav aria-label="Documentation" className="border-b border-line bg-surface">
        <div className="mx-auto flex h-12 max-w-[1680px] items-center gap-4 overflow-x-auto px-4 md:px-6">
          <Link href="/" className="text-base font-semibold tracking-tight">
            Earshot
          </Link>
          {PAGES.map(({ href, title }) => (
            <Link
              key={href}
              href={href}
              className="inline-flex min-h-11 items-center whitespace-nowrap text-sm hover:underline"
            >
              {title}
            </Link>
          ))}
        </div>
      </nav>
      {children}
    </>
  );
}
