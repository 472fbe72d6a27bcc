"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { CONTROL_CLASSES, Field } from "@/components/forms/field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Only paths of this site: a link from outside must not be able to send people elsewhere after signing in. */
function toLocalPath(returnTo: string): string {
  try {
    const url = new URL(returnTo, window.location.origin);
    return url.origin === window.location.origin ? url.pathname + url.search : "/answers";
  } catch {
    return "/answers";
  }
}

/** Email and password; one message for every way in which they can be wrong. */
export function SignInForm({ returnTo }: Readonly<{ returnTo: string }>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const form = new FormData(event.currentTarget);
    const result = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    }).catch(() => undefined);
    if (result?.ok && !result.error) {
      window.location.assign(toLocalPath(returnTo));
      return;
    }
    setBusy(false);
    setProblem(
      result?.error === "too_many_attempts"
        ? "Too many attempts. Wait a few minutes and try again."
        : result
          ? "Email or password is wrong."
          : "The server could not be reached. Try again.",
    );
  };
  return (
    // method: a form sent before the page listens must not put the password into the address.
    <form method="post" onSubmit={(event) => void onSubmit(event)} className="flex flex-col gap-3">
      <Field id="email" label="Email">
        <input id="email" name="email" type="email" autoComplete="username" required className={CONTROL_CLASSES} />
      </Field>
      <Field id="password" label="Password">
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          className={CONTROL_CLASSES}
        />
      </Field>
      {problem && <Notice tone="error">{problem}</Notice>}
      <Button tone="primary" type="submit" disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
