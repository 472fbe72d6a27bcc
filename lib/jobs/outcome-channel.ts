import { NotificationChannel } from "@/lib/jobs/notification-channel";

/** PostgreSQL channel on which the id of a run that ended is said, when its end is committed. */
export const OUTCOME_CHANNEL = "earshot_run_ended";

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotOutcomes?: NotificationChannel };

export function outcomeChannel(): NotificationChannel {
  shared.earshotOutcomes ??= new NotificationChannel(OUTCOME_CHANNEL);
  return shared.earshotOutcomes;
}
