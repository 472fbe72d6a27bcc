import { z } from "zod";
import { ERROR_CODES, type ErrorCode } from "@/lib/errors/error-codes";

// Object.keys() forgets which keys they are; these are exactly the table's.
const errorCode = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]);

export const jobOutcomeSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    code: errorCode,
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: errorCode, detail: z.string() })).default([]),
  }),
]);

/** How a job ended, for whoever waits for it. Holds no more than the public error. */
export type JobOutcome = z.infer<typeof jobOutcomeSchema>;
