import Link from "next/link";
import type { ReactNode } from "react";
import { CapabilityBanner } from "./_components/capability-banner";
import { Providers } from "./_components/providers";
import { SignOutButton } from "./_components/sign-out-button";
import { requireSession } from "@/lib/auth/session";

export default async function DashboardLayout({ children }: Readonly<{ children: ReactNode }>) {
  const session = await requireSession();
  return (
    <Providers>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-2 focus:top-2 focus:z-20 focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the page
      </a>
      <nav aria-label="Main" className="border-b border-line bg-surface">
        <div className="mx-auto flex h-12 max-w-[1680px] items-center gap-4 px-4 md:px-6">
          <Link href="/answers" className="text-base font-semibold tracking-tight">
            Earshot
          </Link>
          <Link href="/answers" className="inline-flex min-h-11 items-center text-sm hover:underline">
            Answers
          </Link>
          <span className="ml-auto truncate text-sm text-muted">{session.organizationName}</span>
          <SignOutButton />
        </div>
      </nav>
      <CapabilityBanner />
      {children}
    </Providers>
  );
}
