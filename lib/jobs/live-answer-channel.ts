import { NotificationChannel } from "@/lib/jobs/notification-channel";

/** PostgreSQL channel on which a live answer's id is said when there is news of it: bytes, its end, its turn. */
export const LIVE_ANSWER_CHANNEL = "earshot_live_answer";

/** What is said on it when somebody completes a live answer, before that is written: nothing depends on it. */
export const endingOf = (id: string): string => `${id}/ending`;

// Bundlers may load this file more than once in a process; what it opens must exist once. globalThis takes any name.
const shared = globalThis as typeof globalThis & { earshotLiveAnswers?: NotificationChannel };

export function liveAnswerChannel(): NotificationChannel {
  shared.earshotLiveAnswers ??= new NotificationChannel(LIVE_ANSWER_CHANNEL);
  return shared.earshotLiveAnswers;
}
