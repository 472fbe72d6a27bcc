import { acceptTranscript } from "@/lib/answers/accept-transcript";
import { readLanguage } from "@/lib/answers/read-language";
import type { AnswerFields } from "@/lib/answers/schema";
import type { OrganizationScope } from "@/lib/db/scope";
import { getRoleBenchmark } from "@/lib/role-benchmarks/data";

/** How a role is found by its key: a batch remembers what it found, a call that began keeps its version. */
export type FindRole = typeof getRoleBenchmark;

/**
 * What the fields of an answer name, found; needs no recording, so it is done before one is fetched.
 *
 * @throws EarshotError `unknown_role_benchmark`, `unsupported_language`, `invalid_transcript`
 */
export async function checkFields(
  scope: OrganizationScope,
  fields: AnswerFields,
  findRole: FindRole = getRoleBenchmark,
) {
  const role = await findRole(scope, fields.role_benchmark);
  const language = readLanguage(fields.language);
  const transcript = fields.transcript === undefined ? null : acceptTranscript(fields.transcript);
  return { role, language, transcript };
}
