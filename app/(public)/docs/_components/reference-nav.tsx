import { Disclosure } from "./disclosure";
import { MethodBadge } from "./method-badge";
import type { ReferenceGroup } from "@/lib/openapi/reference-model";

/** Every operation by section: a column beside the page where there is room, a list to open where there is not. */
export function ReferenceNav({ groups }: Readonly<{ groups: readonly ReferenceGroup[] }>) {
  return (
    <>
      <Disclosure title="All operations" className="border-b border-line bg-surface px-4 py-1.5 lg:hidden">
        <nav aria-label="Operations" className="pb-4">
          <GroupLinks groups={groups} />
        </nav>
      </Disclosure>
      <div className="hidden w-72 shrink-0 border-r border-line lg:block">
        <nav aria-label="Operations" className="sticky top-0 max-h-dvh overflow-y-auto py-5 pr-3 pl-6">
          <GroupLinks groups={groups} />
        </nav>
      </div>
    </>
  );
}

function GroupLinks({ groups }: Readonly<{ groups: readonly ReferenceGroup[] }>) {
  return (
    <ul className="flex flex-col gap-4">
      <li>
        <a href="#main" className="text-sm font-medium hover:underline">
          Before you begin
        </a>
      </li>
      {groups.map(({ title, operations }) => (
        <li key={title}>
          <p className="pb-1 text-xs font-semibold uppercase tracking-wide text-muted">{title}</p>
          <ul>
            {operations.map(({ id, method, summary }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex min-h-7 items-baseline gap-2 rounded py-1 text-sm pointer-coarse:min-h-11 hover:text-accent"
                >
                  <MethodBadge method={method} />
                  <span>{summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
