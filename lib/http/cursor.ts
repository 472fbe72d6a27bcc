import { z } from "zod";
import { EarshotError } from "@/lib/errors/error-codes";

/** Where a page of a list ended: newest first by time, then by id. */
export interface KeysetCursor {
  readonly createdAt: Date;
  readonly id: string;
}

/** Nothing is older; PostgreSQL has no year 0. */
const EARLIEST = "2020";

const cursorSchema = z.tuple([
  z.iso.datetime({ precision: 3 }).refine((time) => time >= EARLIEST),
  z.string().regex(/^\w{1,60}$/),
]);

/** Opaque to clients, so that its content may change. */
export function encodeCursor(cursor: KeysetCursor): string {
  return Buffer.from(JSON.stringify([cursor.createdAt.toISOString(), cursor.id])).toString("base64url");
}

/** @throws EarshotError `invalid_request` for a cursor that we did not make */
export function decodeCursor(text: string): KeysetCursor {
  try {
    const [createdAt, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { createdAt: new Date(createdAt), id };
  } catch {
    const detail = "This cursor is not one of ours: take next_cursor of the page before, or leave it out.";
    throw new EarshotError("invalid_request", detail, [{ pointer: "/cursor", code: "invalid_request", detail }]);
  }
}
