/** What an endpoint can be told. Part of the API: never renamed. */
export const EVENT_TYPES = ["soft_skills_score.completed", "soft_skills_score.failed", "credits.low"] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Sent on request alone, to whichever endpoint is tested. */
export const TEST_EVENT = "webhook.test";

export const EVENT_EXPLANATIONS: Readonly<Record<EventType | typeof TEST_EVENT, string>> = {
  "soft_skills_score.completed":
    "An answer was scored, or scored again with its transcript: `status` is `success`, `partial` or `not_scored`.",
  "soft_skills_score.failed": "A first run ended without a result, and free; reading the result says why.",
  "credits.low": "The balance fell below a tenth of the last top-up.",
  "webhook.test": "You asked for it.",
};
