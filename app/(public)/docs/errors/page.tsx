import type { Metadata } from "next";
import Link from "next/link";
import { PageShell } from "@/components/layout/page-shell";
import { ERROR_CODES } from "@/lib/errors/error-codes";

export const metadata: Metadata = { title: "Error codes" };

const CODES = Object.entries(ERROR_CODES).toSorted(([, a], [, b]) => a.status - b.status);

/** Every code that a problem+json response can carry, by status. */
export default function ErrorCodesPage() {
  return (
    <PageShell
      title="Error codes"
      note={
        <>
          Every refusal is <code>application/problem+json</code> with one of these codes. Codes are never renamed.
        </>
      }
    >
      <table className="w-full max-w-3xl text-left text-sm">
        <thead className="text-muted">
          <tr className="border-b border-line">
            <th scope="col" className="py-2 pr-4 font-medium">
              Status
            </th>
            <th scope="col" className="py-2 pr-4 font-medium">
              Code
            </th>
            <th scope="col" className="py-2 font-medium">
              What it says
            </th>
          </tr>
        </thead>
        <tbody>
          {CODES.map(([code, { status, title }]) => (
            <tr key={code} className="border-b border-line align-top">
              <td className="py-2 pr-4 tabular-nums">{status}</td>
              <td className="py-2 pr-4">
                <Link href={`/docs/errors/${code}`} className="underline underline-offset-2">
                  <code className="break-all">{code}</code>
                </Link>
              </td>
              <td className="py-2">{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageShell>
  );
}
