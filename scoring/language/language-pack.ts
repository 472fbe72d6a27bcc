import type { PhraseList } from "@/scoring/language/phrase-list";

/** Cues of an answer's structure (scoring-science 3.1). */
export interface StructureCues {
  readonly situation: PhraseList;
  /** First-person action in the past: "i called", "we then checked". */
  readonly pastAction: PhraseList;
  readonly result: PhraseList;
  /** Markers of order: opening, middle, closing ones. */
  readonly sequence: readonly [PhraseList, PhraseList, PhraseList];
  readonly stance: PhraseList;
  /** Step of a plan: "i would then call". */
  readonly planStep: PhraseList;
  readonly reason: PhraseList;
  readonly check: PhraseList;
  readonly claim: PhraseList;
  readonly point: PhraseList;
  readonly example: PhraseList;
  readonly closing: PhraseList;
}

/** The acts of 4.4, in the order of the score sheet. */
export const EMPATHY_ACTS = [
  "acknowledge",
  "nameFeeling",
  "perspective",
  "apology",
  "offer",
  "reassure",
  "courtesy",
  "explore",
  "warmClose",
  "coldOrBlame",
] as const;
export type EmpathyAct = (typeof EMPATHY_ACTS)[number];

/** Words about how the other person fares, and words for that person: together they make "name the feeling". */
export interface FeelingCues {
  readonly states: PhraseList;
  readonly otherPeople: ReadonlySet<string>;
  readonly speaker: ReadonlySet<string>;
}

/** Everything the engine knows about one language. A language without a pack is measured by sound and counts only. */
export interface LanguagePack {
  /** BCP 47 primary subtag: "en". */
  readonly language: string;
  /** Rises when any list changes: lists are part of what a score means. */
  readonly version: number;
  /** Whether native speakers have checked the lists on answers (scoring-science 10.4). */
  readonly status: "calibrated" | "provisional";
  /** Words that every text measure treats as one: third-person pronouns (8.1, 8.2). */
  readonly wordClasses: ReadonlyMap<string, string>;
  /** Spelling variants to one spelling: "dont" to "don't". */
  readonly spellings: ReadonlyMap<string, string>;
  readonly fillers: ReadonlySet<string>;
  readonly softFillers: PhraseList;
  /** Uses of the same words that carry meaning: "would like", "let you know". */
  readonly softFillerExceptions: PhraseList;
  readonly connectives: PhraseList;
  readonly hedges: PhraseList;
  readonly vagueWords: PhraseList;
  /** Words that cannot end a phrase. */
  readonly openWords: ReadonlySet<string>;
  /** Words that tend to start a clause. */
  readonly clauseStarters: ReadonlySet<string>;
  /** Words of grammar; all other tokens are content words. */
  readonly functionWords: ReadonlySet<string>;
  /** Content by class, but without topic: "really", "something", "get". */
  readonly lightWords: ReadonlySet<string>;
  /** Words said twice on purpose: "very very". */
  readonly deliberateRepeats: ReadonlySet<string>;
  /** Words a restarted phrase begins with: "i was, i was". */
  readonly restartSubjects: ReadonlySet<string>;
  readonly speakerWords: ReadonlySet<string>;
  readonly otherPersonWords: ReadonlySet<string>;
  readonly structure: StructureCues;
  readonly empathy: Readonly<Record<Exclude<EmpathyAct, "nameFeeling">, PhraseList>>;
  readonly feeling: FeelingCues;
  /** Words by which a prompt asks ("describe", "situation"), not what it asks about. */
  readonly promptFrameWords: ReadonlySet<string>;
  /** Words of a prompt that give occasion for the acts of 4.4. */
  readonly occasion: PhraseList;
  readonly countSyllables: (word: string) => number;
}
