import { monotonicFactory } from "ulid";

/** Public prefixes, one a kind of thing. Part of the API: never renamed. */
export const ID_PREFIXES = [
  ...["org", "usr", "key", "rol", "rec", "ans", "art", "asm", "req", "run", "pos", "cnd", "ovr"],
  ...["whe", "evt", "whd", "wha", "upl", "liv"],
] as const;
export type IdPrefix = (typeof ID_PREFIXES)[number];

const nextUlid = monotonicFactory();

/** A new public id: prefix and ULID, "asm_01J…". Later ids of one process sort after earlier ones. */
export function createId(prefix: IdPrefix): string {
  return `${prefix}_${nextUlid()}`;
}

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether `text` could be an id of this kind; look-ups of anything else need not reach the database. */
export function isId(prefix: IdPrefix, text: string): boolean {
  return text.startsWith(`${prefix}_`) && ULID.test(text.slice(prefix.length + 1));
}
