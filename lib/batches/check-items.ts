import { checkFields, type FindRole } from "@/lib/answers/check-fields";
import type { AnswerDraft } from "@/lib/answers/mutations";
import type { RecordingSource, SourcedAnswer } from "@/lib/answers/read-score-item";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { getScoringMode } from "@/lib/organizations/data";
import { getRoleBenchmark } from "@/lib/role-benchmarks/data";

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
  const findRole = rememberRoles();
  const checked: (CheckedAnswer | EarshotError)[] = [];
  for (const { fields, source } of items) {
    try {
      checked.push({
        source,
        draft: { ...(await checkFields(scope, fields, findRole)), fields, actor, livemode, mode },
      });
    } catch (error) {
      if (!(error instanceof EarshotError)) throw error;
      checked.push(error);
    }
  }
  return checked;
}

/** Most items of a batch name the same role: each is looked up once, also one that is not there. */
function rememberRoles(): FindRole {
  const found = new Map<string, ReturnType<FindRole>>();
  return (scope, key) => {
    const role = found.get(key) ?? getRoleBenchmark(scope, key);
    found.set(key, role);
    return role;
  };
}
