import { checkFields } from "@/lib/answers/check-fields";
import type { AnswerDraft } from "@/lib/answers/mutations";
import type { RecordingSource, SourcedAnswer } from "@/lib/answers/read-score-item";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { getScoringMode } from "@/lib/organizations/data";

/** An answer that may be written, with where its recording is to be taken from. */
export interface CheckedAnswer {
  readonly draft: AnswerDraft;
  readonly source: RecordingSource;
}

/** What the fields of each answer name, found; one by one, so that a batch never takes the whole database. */
export async function checkItems(
  identity: Identity,
  items: readonly SourcedAnswer[],
): Promise<(CheckedAnswer | EarshotError)[]> {
  const { scope, actor, livemode } = identity;
  const mode = await getScoringMode(scope);
  const checked: (CheckedAnswer | EarshotError)[] = [];
  for (const { fields, source } of items) {
    try {
      checked.push({ source, draft: { ...(await checkFields(scope, fields)), fields, actor, livemode, mode } });
    } catch (error) {
      if (!(error instanceof EarshotError)) throw error;
      checked.push(error);
    }
  }
  return checked;
}
