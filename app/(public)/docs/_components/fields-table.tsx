import { InlineMarkdown } from "./markdown";
import type { FieldRow } from "@/lib/openapi/field-rows";

type FieldsTableProps = Readonly<{ caption: string; rows: readonly FieldRow[] }>;

const INDENTS = ["", "pl-3", "pl-6", "pl-9"];

/** Fields with type and meaning, one a line; those inside another are set in. */
export function FieldsTable({ caption, rows }: FieldsTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="pb-1 text-left text-xs font-semibold uppercase tracking-wide text-muted">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name and type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={`${row.path} ${index}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { path, depth, type, required, description } }: Readonly<{ row: FieldRow }>) {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className={`w-2/5 py-2 pr-3 text-left font-normal ${INDENTS[depth] ?? ""}`}>
        <code className="break-words font-mono font-medium">{path.split(".").at(-1)}</code>
        {required && <span className="ml-2 text-xs font-medium text-review">required</span>}
        <span className="block break-words text-xs text-muted">{type}</span>
      </th>
      <td className="py-2 break-words text-pretty">
        <InlineMarkdown text={description} />
      </td>
    </tr>
  );
}
