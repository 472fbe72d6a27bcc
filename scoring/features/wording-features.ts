import { acknowledge } from "@/scoring/features/empathy/acknowledge";
import { apology } from "@/scoring/features/empathy/apology";
import { coldOrBlame } from "@/scoring/features/empathy/cold-or-blame";
import { courtesy } from "@/scoring/features/empathy/courtesy";
import { explore } from "@/scoring/features/empathy/explore";
import { nameFeeling } from "@/scoring/features/empathy/name-feeling";
import { offer } from "@/scoring/features/empathy/offer";
import { perspective } from "@/scoring/features/empathy/perspective";
import { reassure } from "@/scoring/features/empathy/reassure";
import { warmClose } from "@/scoring/features/empathy/warm-close";
import { relevance } from "@/scoring/features/relevance/relevance";
import { structure } from "@/scoring/features/structure/structure";
import { bigramRepetition } from "@/scoring/features/vocabulary/bigram-repetition";
import { contentWords } from "@/scoring/features/vocabulary/content-words";
import { lexicalDiversity } from "@/scoring/features/vocabulary/lexical-diversity";
import { clauseLength } from "@/scoring/features/wording/clause-length";
import { concreteness } from "@/scoring/features/wording/concreteness";
import { connectives } from "@/scoring/features/wording/connectives";
import { hedges } from "@/scoring/features/wording/hedges";
import { otherOrientation } from "@/scoring/features/wording/other-orientation";
import { vagueWords } from "@/scoring/features/wording/vague-words";

/** Features of what was said, as against how it was delivered. */
export const WORDING_FEATURES = [
  structure,
  relevance,
  contentWords,
  lexicalDiversity,
  bigramRepetition,
  connectives,
  clauseLength,
  vagueWords,
  hedges,
  otherOrientation,
  concreteness,
  acknowledge,
  nameFeeling,
  perspective,
  apology,
  offer,
  reassure,
  courtesy,
  explore,
  warmClose,
  coldOrBlame,
] as const;
