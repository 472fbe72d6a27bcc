import { z } from "zod";
import { decodeCursor, encodeCursor, type KeysetCursor } from "@/lib/http/cursor";

/** Items that one page holds when nothing is said, and at most. */
const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

const limit = z.coerce
  .number({ error: "must be a whole number" })
  .int()
  .min(1, `must be 1 to ${MAX_LIMIT}`)
  .max(MAX_LIMIT, `must be 1 to ${MAX_LIMIT}`);

/** Query parameters of every list; spread it into the list's own strict object. */
export const pageQueryShape = { limit: limit.default(DEFAULT_LIMIT), cursor: z.string().min(1).max(500).optional() };

/** Which page of a list, newest first. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: KeysetCursor | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: KeysetCursor | null;
}

/** @throws EarshotError `invalid_request` for a cursor that is not ours */
export function toPageRequest(query: { readonly limit: number; readonly cursor?: string | undefined }): PageRequest {
  return { limit: query.limit, cursor: query.cursor === undefined ? undefined : decodeCursor(query.cursor) };
}

/** The part of a query that reads a page, and one row more that tells whether another follows. */
export function pageArgs({ limit, cursor }: PageRequest) {
  const after = cursor && {
    OR: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, id: { lt: cursor.id } }],
  };
  return { where: after ?? {}, orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }], take: limit + 1 };
}

/** What `pageArgs` read, without the row too many. */
export function toPage<Item extends KeysetCursor>(rows: readonly Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : null };
}

/** A page as the API shows it. */
export function toPageJson<Item, Json>({ items, nextCursor }: Page<Item>, toJson: (item: Item) => Json) {
  const next_cursor = nextCursor && encodeCursor(nextCursor);
  return { data: items.map(toJson), has_more: nextCursor !== null, next_cursor };
}

/** The schema of a page. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item).readonly(), has_more: z.boolean(), next_cursor: z.string().nullable() });
}
