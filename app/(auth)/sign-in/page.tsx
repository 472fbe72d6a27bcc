import type { Metadata } from "next";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = Readonly<{ searchParams: Promise<{ callbackUrl?: string | string[] }> }>;

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl } = await searchParams;
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-4 py-10">
      <header>
        <p className="text-base font-semibold tracking-tight">Earshot</p>
        <h1 className="text-xl font-semibold tracking-tight">Sign in</h1>
        <p className="text-sm text-muted">
          On your own machine, the demo login was printed by <code>npm run up</code>.
        </p>
      </header>
      <SignInForm returnTo={typeof callbackUrl === "string" ? callbackUrl : "/answers"} />
    </main>
  );
}
