import Link from "next/link";
import { Disclosure } from "./disclosure";
import type { ReferenceError } from "@/lib/openapi/reference-model";

/** Codes that an operation may answer with, each with its page. */
export function ErrorsList({ errors }: Readonly<{ errors: readonly ReferenceError[] }>) {
  return (
    <Disclosure
      title={
        <>
          Errors <span className="text-muted">({errors.length})</span>
        </>
      }
    >
      <ul className="pt-1">
        {errors.map(({ status, code, title }) => (
          <li key={code} className="flex flex-wrap gap-x-3 border-t border-line py-1.5">
            <span className="w-8 text-muted">{status}</span>
            <Link href={`/docs/errors/${code}`} className="font-mono text-accent underline underline-offset-2">
              {code}
            </Link>
            <span className="text-muted">{title}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
