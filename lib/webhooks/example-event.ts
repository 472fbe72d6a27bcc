import type { WebhookEventJson } from "@/lib/webhooks/schema";
import { signEvent } from "@/lib/webhooks/sign-event";

/** The event of the documentation; a test verifies its signature as a receiver would. */
export const EXAMPLE_EVENT: WebhookEventJson = {
  type: "soft_skills_score.completed",
  id: "asm_01KA2B3C4D5E6F7G8H9JKMNPQR",
  external_id: "application-7",
  status: "success",
  livemode: true,
  created_at: "2026-01-31T12:00:00.000Z",
};

/** Of no endpoint: the secret that the documentation signs with. */
export const EXAMPLE_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

/** The headers of the example, signed over its body without spaces. */
export const EXAMPLE_HEADERS = Object.entries(
  signEvent("evt_01KA2B3C4D5E6F7G8H9JKMNPQS", new Date(EXAMPLE_EVENT.created_at), JSON.stringify(EXAMPLE_EVENT), [
    EXAMPLE_SECRET,
  ]),
)
  .map(([name, value]) => `${name}: ${value}`)
  .join("\n");
