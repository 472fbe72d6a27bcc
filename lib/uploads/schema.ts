import { z } from "zod";

export const uploadParamsSchema = z.strictObject({ id: z.string().regex(/^upl_[0-7][0-9A-HJKMNP-TV-Z]{25}$/) });

/** An upload as GET tells it. */
export const uploadSchema = z.object({
  id: z.string().startsWith("upl_"),
  object: z.literal("upload"),
  status: z.enum(["receiving", "complete", "used"]),
  /** Bytes. */
  size: z.number().int(),
  received_bytes: z.number().int(),
  metadata: z.record(z.string(), z.string()),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
});
export type UploadJson = z.infer<typeof uploadSchema>;
