import { EN_WORD_CLASSES } from "@/scoring/language/packs/en/word-classes";
import { definePhraseList } from "@/scoring/language/phrase-list";
import { wordSet } from "@/scoring/language/word-set";

const define = (id: string, patterns: readonly string[]) => definePhraseList(id, patterns, EN_WORD_CLASSES);

/**
 * Filled pauses as recognisers and transcribers write them (scoring-science 2, FILLERS), with the drawn-out spellings that
 * transcripts of interviews hold. Not "mhm" and "uh-huh": these say yes.
 */
export const EN_FILLERS = wordSet(`
  um umm ummm ummmm uum uhm uhmm ahm ehm
  uh uhh uhhh uhhhh uuh ah ahh ahhh eh ehh
  er err errr erm urr urrr urm urmm
  hm hmm hmmm mm mmm mmmm`);

/** Words that fill time without content (scoring-science 2, SOFT). */
export const EN_SOFT_FILLERS = define("softFillers", [
  "like",
  "you know",
  "i mean",
  "kind of",
  "kinda",
  "sort of",
  "basically",
  "actually",
  "literally",
  "i guess",
]);

/** The same words where they carry meaning; a hit inside one of these is not counted. */
export const EN_SOFT_FILLER_EXCEPTIONS = define("softFillerExceptions", [
  "(would|i'd|you'd|we'd|they'd|he'd|she'd|did|do|don't|didn't|i|we|you|they|people|really|also) like (to|a|the|it|that|this|my|your|working|helping|being)",
  "(would|i'd|you'd|we'd|they'd|he'd|she'd|don't|didn't) like",
  "(look|looks|looked|feel|feels|felt|sound|sounds|sounded|seem|seems|seemed|something|someone|things|stuff|anything|nothing|more|just|much) like",
  "like (this|that|these|those)",
  "(what's|what was|what is) (it|that|they)? like",
  "(let|letting|lets) you know",
  "(do|did|if|as|because|so|that|before|how|where|when) you know",
  "you know (what|how|why|where|who|when|about|the|your|it)",
  "(what|this|that|some|any|a|the|every|another|which|certain|different|same|all) (kind|sort) of",
  "(what|that's what) i mean",
  "i mean (by|that)",
]);
