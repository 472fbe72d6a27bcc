import { withSystem } from "@/lib/db/with-system";

export interface LiveAnswerCounts {
  /** Calls that go on. */
  readonly open: number;
  /** Of those, how many a worker decodes while they arrive. */
  readonly followed: number;
}

/** How many live answers are open, over all organizations. */
export async function countLiveAnswers(): Promise<LiveAnswerCounts> {
  const [counts] = await withSystem(
    (transaction) => transaction.$queryRaw<LiveAnswerCounts[]>`
      select count(*)::int as open, count(*) filter (where lease_until > now())::int as followed
      from live_answers where state = 'receiving'`,
  );
  return counts ?? { open: 0, followed: 0 };
}
