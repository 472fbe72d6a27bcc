import { type Operations } from "./generated/api.js";
import { type Page } from "./pages.js";

/** "GET /v1/soft-skills-score/{id}": a method and a path of the OpenAPI document. */
export type OperationName = keyof Operations;
export type Answer<Name extends OperationName> = Operations[Name]["response"];
export type Query<Name extends OperationName> = Operations[Name]["query"];
export type Body<Name extends OperationName> = Operations[Name]["body"];
export type Form<Name extends OperationName> = Operations[Name]["form"];

/** Operations that answer with a page of a list, and what the list is of. */
export type ListName = {
  [Name in OperationName]: Answer<Name> extends Page<unknown> ? Name : never;
}[OperationName];
export type Item<Name extends ListName> = Answer<Name> extends { data: (infer One)[] } ? One : never;

/** What an operation takes: a part is asked for only where the operation has it. */
export type OperationInput<Name extends OperationName> = Part<"path", Operations[Name]["path"]> &
  Part<"query", Query<Name>> &
  ([Body<Name>] extends [never] ? { readonly body?: never } : { readonly body: Body<Name> });

/** `{}` extends what has only optional members; `never` keys mean that there are none. */
type Part<Key extends string, Value> = keyof Value extends never
  ? { readonly [K in Key]?: never }
  : Record<never, never> extends Value
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value };

/** Method and address of an operation, its path's placeholders filled in. Undefined query values are left out. */
export function addressOf(
  name: OperationName,
  path: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): { method: string; path: string } {
  const [method = "", template = ""] = name.split(" ");
  const filled = template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = path[key];
    // An empty id would lead to another address: the list instead of one.
    if (typeof value !== "string" || value === "") throw new TypeError(`${name} needs the id "${key}".`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(key, String(one));
  }
  return { method, path: search.size > 0 ? `${filled}?${search}` : filled };
}
