import type { ApiMethod } from "@/lib/openapi/api-route";

const TONES: Record<ApiMethod, string> = {
  get: "bg-raised text-muted",
  head: "bg-raised text-muted",
  post: "bg-accent-soft text-accent",
  put: "bg-accent-soft text-accent",
  patch: "bg-accent-soft text-accent",
  delete: "bg-danger-soft text-danger",
};

/** The method as a small word of fixed width, so that addresses below each other begin in one line. */
export function MethodBadge({ method }: Readonly<{ method: ApiMethod }>) {
  return (
    <span
      className={`inline-block w-14 shrink-0 rounded px-1 py-px text-center font-mono text-xs font-medium uppercase ${TONES[method]}`}
    >
      {method}
    </span>
  );
}
