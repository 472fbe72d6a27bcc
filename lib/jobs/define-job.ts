import type { z } from "zod";
import type { OrganizationScope } from "@/lib/db/scope";
import type { JobOutcome } from "@/lib/jobs/job-outcome";

export interface JobWork<Payload> {
  readonly scope: OrganizationScope;
  readonly payload: Payload;
  /** The job's line in the log, to be filled in: no contents, no personal data. */
  readonly event: Record<string, unknown>;
}

export interface JobHandler<Payload> {
  /** May run twice for one job, so it must end the same. Returns expected failures; what it throws is tried again. */
  handle(work: JobWork<Payload>): Promise<JobOutcome>;
  /** After the last try broke off, or its worker died: leave things tidy. */
  giveUp(work: JobWork<Payload>): Promise<void>;
}

/** A kind of work: its name and what it is told. Its handler is named by the worker, so that nobody else loads it. */
export interface JobDefinition<Payload extends { organizationId: string }> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** Tries after the first one; 3 where nothing is said. */
  readonly retries?: number;
  /** A try that goes on longer than this has lost its way; 600 where nothing is said. */
  readonly expireSeconds?: number;
}

export function defineJob<Payload extends { organizationId: string }>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  return definition;
}

/** Where jobs of a kind go whose tries are used up. */
export function deadLetterName(name: string): string {
  return `${name}.dead`;
}
