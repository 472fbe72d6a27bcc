import type { z } from "zod";
import type { AssessmentFilter } from "@/lib/assessments/data";
import type { listAssessmentsQuerySchema } from "@/lib/assessments/schema";
import { toPageRequest } from "@/lib/http/page";

/** The query of a list as the filter of the rows. @throws EarshotError `invalid_request` for a foreign cursor */
export function toAssessmentFilter(query: z.output<typeof listAssessmentsQuerySchema>): AssessmentFilter {
  return {
    ...toPageRequest(query),
    roleKey: query.role_benchmark,
    externalId: query.external_id,
    positionId: query.position_id,
    status: query.status,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  };
}
