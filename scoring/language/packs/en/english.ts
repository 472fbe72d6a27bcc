import type { LanguagePack } from "@/scoring/language/language-pack";
import {
  EN_CLAUSE_STARTERS,
  EN_DELIBERATE_REPEATS,
  EN_OPEN_WORDS,
  EN_RESTART_SUBJECTS,
} from "@/scoring/language/packs/en/clause-words";
import { countEnglishSyllables } from "@/scoring/language/packs/en/count-syllables";
import { EN_EMPATHY, EN_FEELING, EN_OCCASION } from "@/scoring/language/packs/en/empathy";
import { EN_FILLERS, EN_SOFT_FILLER_EXCEPTIONS, EN_SOFT_FILLERS } from "@/scoring/language/packs/en/fillers";
import { EN_FUNCTION_WORDS, EN_LIGHT_WORDS } from "@/scoring/language/packs/en/function-words";
import { EN_OTHER_PERSON_WORDS, EN_SPEAKER_WORDS } from "@/scoring/language/packs/en/people";
import { EN_CONNECTIVES, EN_HEDGES, EN_VAGUE_WORDS } from "@/scoring/language/packs/en/phrases";
import { EN_PROMPT_FRAME_WORDS } from "@/scoring/language/packs/en/prompt-frame";
import { EN_SPELLINGS } from "@/scoring/language/packs/en/spellings";
import { EN_STRUCTURE } from "@/scoring/language/packs/en/structure";
import { EN_WORD_CLASSES } from "@/scoring/language/packs/en/word-classes";

/** English, the one language whose lists are calibrated. */
export const ENGLISH: LanguagePack = {
  language: "en",
  version: 2,
  status: "calibrated",
  wordClasses: EN_WORD_CLASSES,
  spellings: EN_SPELLINGS,
  fillers: EN_FILLERS,
  softFillers: EN_SOFT_FILLERS,
  softFillerExceptions: EN_SOFT_FILLER_EXCEPTIONS,
  connectives: EN_CONNECTIVES,
  hedges: EN_HEDGES,
  vagueWords: EN_VAGUE_WORDS,
  openWords: EN_OPEN_WORDS,
  clauseStarters: EN_CLAUSE_STARTERS,
  functionWords: EN_FUNCTION_WORDS,
  lightWords: EN_LIGHT_WORDS,
  deliberateRepeats: EN_DELIBERATE_REPEATS,
  restartSubjects: EN_RESTART_SUBJECTS,
  speakerWords: EN_SPEAKER_WORDS,
  otherPersonWords: EN_OTHER_PERSON_WORDS,
  structure: EN_STRUCTURE,
  empathy: EN_EMPATHY,
  feeling: EN_FEELING,
  promptFrameWords: EN_PROMPT_FRAME_WORDS,
  occasion: EN_OCCASION,
  countSyllables: countEnglishSyllables,
};
