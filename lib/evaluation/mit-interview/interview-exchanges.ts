import type { Turn } from "@/lib/evaluation/mit-interview/interview-data";
import type { PromptType } from "@/scoring/pipeline/scorer-input";

/** What the candidate said in reply to one question; what the interviewer puts in between stays inside it. */
export interface Exchange {
  readonly question: string;
  readonly promptType: PromptType;
  readonly reply: string;
}

/** Shorter turns of the interviewer are nods ("Great.", "Right."), not questions. */
const MIN_QUESTION_WORDS = 4;
/** What transcribers put in for what nobody said: "(laughs)", "[5:41 unclear]", "<inaudible>", "[xx?]". */
const NOTES = /\s*[([{<][^)\]}>]{0,40}[)\]}>]\s*/gu;

/** The commas of these transcripts were turned into a second blank; a mark that stands before it stays as it is. */
export function restoreCommas(text: string): string {
  return text
    .replace(NOTES, " ")
    .replace(/([\p{L}\p{N}'’])\s{2,}/gu, "$1, ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Questions with the candidate's replies; what is said before the first question is greeting and left out. */
export function toExchanges(turns: readonly Turn[]): Exchange[] {
  const exchanges: { question: string; replies: string[] }[] = [];
  for (const [speaker, text] of turns) {
    const said = restoreCommas(text);
    if (speaker === "Interviewee") exchanges.at(-1)?.replies.push(said);
    else if (said.split(" ").length >= MIN_QUESTION_WORDS) exchanges.push({ question: said, replies: [] });
  }
  return exchanges.map(({ question, replies }) => ({
    question,
    promptType: promptTypeOf(question),
    reply: replies.join(" "),
  }));
}

/** As a recruiter would tag the question: about something that happened, something imagined, or open. */
export function promptTypeOf(question: string): PromptType {
  if (/\b(an?|the|any|some) (time|situation|example)\b|\btimes when\b/i.test(question)) return "past";
  if (/\bwhat would you (do|say)\b|\bimagine\b|\bhow would you (handle|deal|react)\b/i.test(question)) {
    return "situational";
  }
  return "open";
}
