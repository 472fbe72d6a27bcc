import { z } from "zod";

const titledSchema = z.object({ title: z.string().min(1) });

/** What an answer is called in the dashboard: its own title, whose it is, or the client's id. */
export function toAnswerTitle(answer: {
  readonly candidateName: string | null;
  readonly externalId: string | null;
  readonly metadata: unknown;
}): string {
  const titled = titledSchema.safeParse(answer.metadata);
  if (titled.success) return titled.data.title;
  return answer.candidateName ?? answer.externalId ?? "Answer";
}
