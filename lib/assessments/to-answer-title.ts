import { z } from "zod";

const titledSchema = z.object({ title: z.string().min(1) });

const LONGEST_TITLE = 60;

/** What an answer is called in the dashboard: its own title, whose it is, the client's id, or the question. */
export function toAnswerTitle(answer: {
  readonly candidate: { readonly name: string | null } | null;
  readonly externalId: string | null;
  readonly promptText: string | null;
  readonly metadata: unknown;
}): string {
  const titled = titledSchema.safeParse(answer.metadata);
  if (titled.success) return titled.data.title;
  return answer.candidate?.name ?? answer.externalId ?? shorten(answer.promptText ?? "Answer");
}

function shorten(text: string): string {
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
