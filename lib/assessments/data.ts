import type { RescoreBody } from "@/lib/answers/schema";
import { EarshotError } from "@/lib/errors/error-codes";
import type { Prisma } from "@/lib/db/generated/client";
import type { AssessmentStatus } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { type Page, pageArgs, type PageRequest, toPage } from "@/lib/http/page";
import { SCORED_STATUSES } from "@/lib/assessments/schema";
import { ownRoleVersion, readRoleVersions, type RoleVersions } from "@/lib/role-benchmarks/data";

const WITH_ANSWER = {
  answer: { select: { id: true, synthetic: true, fixture: true, positionId: true, candidateId: true, metadata: true } },
  // The run that costs: later ones, with a transcript that was added, are free; one that was tried again counts anew.
  runs: {
    select: { reserved: true, charged: true },
    orderBy: [{ reserved: "desc" }, { sequence: "desc" }],
    take: 1,
  },
  overrides: { orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 1 },
} satisfies Prisma.AssessmentInclude;
export type AssessmentWithAnswer = Prisma.AssessmentGetPayload<{ include: typeof WITH_ANSWER }>;

export interface AssessmentFilter extends PageRequest {
  readonly roleKey?: string | undefined;
  readonly externalId?: string | undefined;
  readonly positionId?: string | undefined;
  readonly status?: AssessmentStatus | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
}

const notFound = (): EarshotError => new EarshotError("not_found", "There is no result with this id.");

/** @throws EarshotError `not_found`, for another organization's id too */
export async function getAssessmentWithAnswer(scope: OrganizationScope, id: string): Promise<AssessmentWithAnswer> {
  return withOrganization(scope, (transaction) => readAssessmentWithAnswer(transaction, scope, id));
}

async function readAssessmentWithAnswer(
  { assessment }: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
): Promise<AssessmentWithAnswer> {
  const found = await assessment.findFirst({ where: { id, organizationId }, include: WITH_ANSWER });
  if (!found) throw notFound();
  return found;
}

/** An assessment with the role that its result was made with. @throws EarshotError `not_found` */
export async function getAssessmentWithRole(
  scope: OrganizationScope,
  id: string,
): Promise<{ readonly row: AssessmentWithAnswer; readonly roles: RoleVersions }> {
  return withOrganization(scope, async (transaction) => {
    const row = await readAssessmentWithAnswer(transaction, scope, id);
    // A run without a result is judged by no role yet.
    return { row, roles: await readRoleVersions(transaction, scope, row.completedAt === null ? [] : [row]) };
  });
}

/** Newest first, by key set: a page does not shift when new answers come in. */
export async function listAssessments(
  scope: OrganizationScope,
  filter: AssessmentFilter,
): Promise<Page<AssessmentWithAnswer>> {
  const rows = await withOrganization(scope, (transaction) =>
    transaction.assessment.findMany({ ...pageOf(scope, filter), include: WITH_ANSWER }),
  );
  return toPage(rows, filter.limit);
}

const ROW_SELECT = {
  ...{ id: true, roleKey: true, status: true, mode: true, overallScore: true, createdAt: true, errorDetail: true },
  answer: {
    select: {
      ...{ externalId: true, metadata: true, synthetic: true, promptText: true },
      candidate: { select: { name: true } },
      recording: { select: { durationMs: true } },
    },
  },
  dimensions: {
    select: {
      dimension: true,
      mode: true,
      score: true,
      intervalLow: true,
      intervalHigh: true,
      provisional: true,
      reasons: true,
    },
  },
} satisfies Prisma.AssessmentSelect;
export type AssessmentRow = Prisma.AssessmentGetPayload<{ select: typeof ROW_SELECT }>;

/** As listAssessments, with what a table shows and without the ledgers. */
export async function listAssessmentRows(
  scope: OrganizationScope,
  filter: AssessmentFilter,
): Promise<Page<AssessmentRow>> {
  const rows = await withOrganization(scope, (transaction) =>
    transaction.assessment.findMany({ ...pageOf(scope, filter), select: ROW_SELECT }),
  );
  return toPage(rows, filter.limit);
}

function pageOf({ organizationId }: OrganizationScope, filter: AssessmentFilter) {
  const { roleKey, externalId, positionId, status, createdAfter, createdBefore } = filter;
  const range = { ...(createdAfter && { gte: createdAfter }), ...(createdBefore && { lt: createdBefore }) };
  const page = pageArgs(filter);
  return {
    ...page,
    where: {
      organizationId,
      ...(roleKey !== undefined && { roleKey }),
      ...(externalId !== undefined && { externalId }),
      ...(positionId !== undefined && { answer: { positionId } }),
      ...(status !== undefined && { status }),
      createdAt: range,
      ...page.where,
    },
  } satisfies Prisma.AssessmentFindManyArgs;
}

/** Which answer an id names: its own, or that of any of its results. */
function namedAnswer({ organizationId }: OrganizationScope, answerOrAssessmentId: string): Prisma.AssessmentWhereInput {
  const named = answerOrAssessmentId.startsWith("ans_")
    ? { answerId: answerOrAssessmentId }
    : { answer: { assessments: { some: { id: answerOrAssessmentId } } } };
  return { organizationId, ...named };
}

const SCORED = { status: { in: [...SCORED_STATUSES] } } satisfies Prisma.AssessmentWhereInput;
const NEWEST = [
  { completedAt: { sort: "desc", nulls: "last" } },
  { id: "desc" },
] satisfies Prisma.AssessmentOrderByWithRelationInput[];
const WITH_NAMES = { answer: { select: { fixture: true, externalId: true } } } satisfies Prisma.AssessmentInclude;
export type ScoredAssessment = Prisma.AssessmentGetPayload<{ include: typeof WITH_NAMES }>;

/** The newest result of an answer, named by its own id or by any result's. @throws EarshotError `not_found`, `conflict` */
export async function getScoredAssessmentOf(scope: OrganizationScope, id: string): Promise<ScoredAssessment> {
  return withOrganization(scope, async (transaction) => {
    // An answer may have been weighed for many roles, each with its whole evidence: only one of them is read.
    const where = { ...namedAnswer(scope, id), ...SCORED };
    const args = { where, orderBy: NEWEST, include: WITH_NAMES };
    return (await transaction.assessment.findFirst(args)) ?? refuseUnscored(transaction, scope, id);
  });
}

/** The newest result of an answer, or null. */
export function findScoredAssessment(scope: OrganizationScope, answerId: string): Promise<ScoredAssessment | null> {
  const where = { organizationId: scope.organizationId, answerId, ...SCORED };
  return withOrganization(scope, ({ assessment }) =>
    assessment.findFirst({ where, orderBy: NEWEST, include: WITH_NAMES }),
  );
}

/** What is known of an answer before a result of it is weighed for another role. */
export interface RescoreSource {
  readonly answerId: string;
  readonly synthetic: boolean;
  readonly positionId: string | null;
  readonly candidateId: string | null;
  readonly externalId: string | null;
  readonly metadata: Prisma.JsonValue;
  /** Whether the organization has the words alone judged. */
  readonly wordingOnly: boolean;
  /** The version in force of the role, where it is one of the organization's own. */
  readonly ownRoleVersion: number | null;
}

/** An answer that has a result, named as above. @throws EarshotError `not_found`, `conflict` */
export async function readRescoreSource(
  transaction: Transaction,
  scope: OrganizationScope,
  { answer_id: id, role_benchmark: role }: RescoreBody,
): Promise<RescoreSource> {
  const { organizationId } = scope;
  const [source] = await transaction.$queryRaw<RescoreSource[]>`
    select answer.id as "answerId", answer.synthetic, answer.position_id as "positionId",
      answer.candidate_id as "candidateId", answer.external_id as "externalId", answer.metadata, organization.wording_only as "wordingOnly",
      ${ownRoleVersion(scope, role)} as "ownRoleVersion"
    from organizations organization join answers answer on answer.organization_id = organization.id
    where organization.id = ${organizationId}
      and answer.id = coalesce(
        (select answer_id from assessments where organization_id = ${organizationId} and id = ${id}), ${id})
      and exists (
        select 1 from assessments scored where scored.organization_id = ${organizationId}
          and scored.answer_id = answer.id and scored.status::text = any(${[...SCORED_STATUSES]}))`;
  return source ?? refuseUnscored(transaction, scope, id);
}

async function refuseUnscored(transaction: Transaction, scope: OrganizationScope, id: string): Promise<never> {
  if ((await transaction.assessment.count({ where: namedAnswer(scope, id) })) === 0) {
    throw new EarshotError("not_found", "There is no answer with this id.");
  }
  throw new EarshotError("conflict", "This answer has no result yet that could be weighed for another role.");
}

/** One stored artifact's body, or null. */
export async function findArtifactBody(
  scope: OrganizationScope,
  kind: "acoustics" | "words",
  contentKey: string,
): Promise<unknown> {
  const { organizationId } = scope;
  const artifact = await withOrganization(scope, (transaction) =>
    transaction.artifact.findFirst({
      // "unused-words@1" says why there are no words: it is none of them.
      where: { organizationId, kind, contentKey, version: { startsWith: `${kind}@` } },
      select: { body: true },
    }),
  );
  return artifact?.body ?? null;
}

/** The role versions that an answer's results were weighed with. */
export async function listRolePins(
  scope: OrganizationScope,
  answerId: string,
): Promise<readonly { readonly roleKey: string; readonly roleVersion: number }[]> {
  return withOrganization(scope, (transaction) =>
    transaction.assessment.findMany({
      where: { answerId, organizationId: scope.organizationId },
      select: { roleKey: true, roleVersion: true },
    }),
  );
}

const VIEW = {
  answer: {
    select: {
      ...{ id: true, synthetic: true, fixture: true, promptText: true, positionId: true, candidateId: true },
      ...{ externalId: true, metadata: true },
      candidate: { select: { name: true } },
    },
  },
  runs: WITH_ANSWER.runs,
  overrides: WITH_ANSWER.overrides,
} satisfies Prisma.AssessmentInclude;

/** An assessment with what its page says about the answer, or null. */
export async function findAssessmentView(scope: OrganizationScope, id: string) {
  return withOrganization(scope, (transaction) =>
    transaction.assessment.findFirst({ where: { id, organizationId: scope.organizationId }, include: VIEW }),
  );
}
