import { DIMENSION_WORDS } from "@/lib/openapi/dimension-words";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";
import { DIMENSIONS, type Dimension } from "@/scoring/dimensions/dimension-result";

const CELL = "border-t border-line py-1 pr-2 text-left align-top font-normal print:py-px";
const DOTS: Record<Dimension, string> = {
  communication: "bg-communication",
  clarity: "bg-clarity",
  composure: "bg-composure",
  empathy_signal: "bg-empathy-signal",
};

/** Each dimension with what it looks at. */
export function DimensionsTable() {
  return (
    <table className="w-full border-collapse">
      <tbody>
        {DIMENSIONS.map((dimension) => (
          <tr key={dimension}>
            <th scope="row" className={`${CELL} whitespace-nowrap`}>
              <span
                aria-hidden
                className={`mr-1.5 inline-block size-2 rounded-full print:size-1.5 ${DOTS[dimension]}`}
              />
              <code className="font-mono">{dimension}</code>
            </th>
            <td className={CELL}>{DIMENSION_WORDS[dimension].looksAt}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The roles that are there from the start: bar, and weights in percent. */
export function RolesTable() {
  return (
    <div role="region" aria-label="Roles" tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {["role_benchmark", "bar", ...DIMENSIONS.map((dimension) => DIMENSION_WORDS[dimension].title)].map(
              (title) => (
                <th
                  key={title}
                  scope="col"
                  className="pr-2 pb-1 text-left text-xs font-medium text-muted print:pb-0 print:text-[6.4pt] print:leading-[8pt]"
                >
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {BUILT_IN_ROLES.map(({ key, bar, weights }) => (
            <tr key={key}>
              <th scope="row" className={CELL}>
                <code className="font-mono">{key}</code>
              </th>
              <td className={CELL}>{bar}</td>
              {DIMENSIONS.map((dimension) => (
                <td key={dimension} className={CELL}>
                  {Math.round(weights[dimension] * 100)} %
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
