import { z } from "zod";
import { defineJob } from "@/lib/jobs/define-job";

const payloadSchema = z.strictObject({
  organizationId: z.string(),
  deliveryId: z.string(),
  /** Which try, from 1. */
  attempt: z.int().min(1),
});
export type DeliverWebhookPayload = z.infer<typeof payloadSchema>;

/** One try of one webhook delivery. Tries of one endpoint share places, so that one that hangs holds up only itself. */
export const deliverWebhookJob = defineJob<DeliverWebhookPayload>({
  name: "webhook.deliver",
  payload: payloadSchema,
  expireSeconds: 60,
});
