import type { Interview } from "@/lib/evaluation/mit-interview/interview-data";
import { restoreCommas, toExchanges } from "@/lib/evaluation/mit-interview/interview-exchanges";
import {
  levelSdDb,
  longPausesPerMinute,
  medianPauseS,
  pausesOf,
  pausesPerMinute,
  totalDurationS,
} from "@/lib/evaluation/mit-interview/praat-measures";
import { viewWrittenAnswer } from "@/lib/evaluation/written-answer";
import type { FeatureTable } from "@/scoring/dimensions/feature-table";
import { extractFeatures } from "@/scoring/features/extract-features";
import { FEATURES } from "@/scoring/features/feature-registry";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { SYLLABLES_PER_ENGLISH_WORD } from "@/scoring/language/rate-factor";
import type { WordVectors } from "@/scoring/language/word-vectors";

const MS_PER_SECOND = 1000;
const SECONDS_PER_MINUTE = 60;
/** Features of words alone, or of words and the time they took. */
export const WRITTEN_FEATURES: readonly string[] = [
  "pace.wordsPerMinute",
  "fillers.filledPauses",
  "fillers.softFillers",
  "fillers.all",
  "repairs.perHundred",
  "repairs.disfluencyDrift",
  ...FEATURES.map(({ id }) => id).filter((id) => /^(vocabulary|wording|empathy)\./.test(id)),
];
/** Features of one question and its reply: their mean over the questions, weighted by words. */
const QUESTION_FEATURES = ["structure.parts", "relevance.toPrompt"];
/** So many words a minute where the length of a single reply is unknown; the two features above do not look at time. */
const ASSUMED_WORDS_PER_MINUTE = 150;

/** All registered features of one interview; those that the data cannot give are unmeasurable. */
export function measureInterview(interview: Interview, vectors: WordVectors | null): FeatureTable {
  const table = new Map<string, Measurement>(FEATURES.map(({ id }) => [id, unmeasurable("failed")]));
  const durationMs = totalDurationS(interview.questions) * MS_PER_SECOND;
  const said = interview.turns.filter(([speaker]) => speaker === "Interviewee").map(([, text]) => restoreCommas(text));
  const view = viewWrittenAnswer([{ text: said.join(" "), durationMs }]);
  for (const [id, measurement] of extractFeatures(view, WRITTEN_FEATURES)) table.set(id, measurement);
  for (const [id, measurement] of measureQuestions(interview, vectors)) table.set(id, measurement);
  const counts = { tokens: view.words?.tokens.length ?? 0, syllables: view.syllables.count };
  for (const [id, value] of fromPraat(interview, counts)) if (value !== null) table.set(id, measured(value));
  return table;
}

/**
 * What follows from Praat's table (`praat-measures.ts`). Where the product counts syllables in the sound, those of the words
 * stand in.
 */
function fromPraat(
  { questions }: Interview,
  { tokens, syllables }: { readonly tokens: number; readonly syllables: number },
): (readonly [string, number | null])[] {
  const minutes = totalDurationS(questions) / SECONDS_PER_MINUTE;
  const pauses = pausesOf(questions);
  const perMinute = pauses && pausesPerMinute(pauses);
  const stretches = perMinute === null ? null : perMinute * minutes + 1;
  return [
    ["pauses.silentShare", pauses && pauses.silentShare],
    ["pauses.perMinute", perMinute],
    ["pauses.meanLength", pauses && pauses.meanPauseS],
    ["pauses.boundaryLength", pauses && medianPauseS(pauses)],
    ["pauses.longPerMinute", longPausesPerMinute(questions)],
    ["pauses.wordsBetween", stretches && tokens / stretches],
    ["pauses.syllablesBetween", stretches && syllables / stretches],
    ["pace.equivalentWordsPerMinute", syllables / SYLLABLES_PER_ENGLISH_WORD / minutes],
    ["level.variation", levelSdDb(questions)],
  ];
}

function measureQuestions(interview: Interview, vectors: WordVectors | null): Map<string, Measurement> {
  const measuredExchanges = toExchanges(interview.turns).map(({ question, promptType, reply }) => {
    const words = reply.split(" ").length;
    const durationMs = (words * SECONDS_PER_MINUTE * MS_PER_SECOND) / ASSUMED_WORDS_PER_MINUTE;
    const prompt = { text: question, type: promptType, endMs: null };
    const view = viewWrittenAnswer([{ text: reply, durationMs }], { prompt, vectors });
    return { words, table: extractFeatures(view, QUESTION_FEATURES) };
  });
  return new Map(
    QUESTION_FEATURES.map((id) => {
      let [weighted, words] = [0, 0];
      for (const exchange of measuredExchanges) {
        const measurement = exchange.table.get(id);
        if (measurement?.kind !== "measured") continue;
        weighted += exchange.words * measurement.value;
        words += exchange.words;
      }
      return [id, words === 0 ? unmeasurable("too_few_words") : measured(weighted / words)];
    }),
  );
}
