import { withSystem } from "@/lib/db/with-system";
import { IDLE_MS } from "@/lib/live-answers/constants";

export interface LiveAnswerCounts {
  /** Calls that something came of within the last two minutes. */
  readonly open: number;
  /** Of those, how many a worker decodes while they arrive. */
  readonly followed: number;
}

/** How many live answers are spoken just now, over all organizations. */
export async function countLiveAnswers(): Promise<LiveAnswerCounts> {
  const heardAfter = new Date(Date.now() - IDLE_MS);
  const [counts] = await withSystem(
    (transaction) => transaction.$queryRaw<LiveAnswerCounts[]>`
      select count(*)::int as open, count(*) filter (where lease_until > now())::int as followed
      from live_answers where state = 'receiving' and received_bytes > 0 and last_chunk_at > ${heardAfter}`,
  );
  return counts ?? { open: 0, followed: 0 };
}
