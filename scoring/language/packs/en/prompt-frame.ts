import { wordSet } from "@/scoring/language/word-set";

/** Words by which a question asks, not what it asks about: they say nothing of the topic. */
export const EN_PROMPT_FRAME_WORDS = wordSet(`
  tell describe explain give share talk walk say think ask please imagine suppose consider discuss outline
  time times situation situations example examples instance occasion experience experiences moment case scenario
  question answer respond response way ways thing things kind tell day today something someone last first recent recently
  want like know see best worst most handle handled deal dealt dealing take took make made makes`);
