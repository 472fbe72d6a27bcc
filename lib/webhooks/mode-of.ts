import type { Identity } from "@/lib/auth/identity";
import type { Mode } from "@/lib/webhooks/data";

/** Which endpoints somebody sees: a key those of its own mode, a signed-in member all. */
export function modeOf({ actor, livemode }: Identity): Mode {
  return actor.type === "user" ? null : livemode;
}
