import { definePhraseList, type PhraseList } from "@/scoring/language/phrase-list";
import type { EmpathyAct, FeelingCues } from "@/scoring/language/language-pack";
import { EN_WORD_CLASSES } from "@/scoring/language/packs/en/word-classes";
import { wordSet } from "@/scoring/language/word-set";

const define = (act: string, patterns: readonly string[]) =>
  definePhraseList(`empathy.${act}`, patterns, EN_WORD_CLASSES);

const ADVERB = "(completely|totally|really|fully|certainly|truly|can|do)?";
const ACKNOWLEDGE = "(understand|hear you|see how|see why|see that|get it|get that|get why|get how|appreciate|imagine)";
const HELP =
  "(help|assist|check|look into|fix|resolve|sort|find|make sure|take care|follow up|call|be happy to|be glad to|gladly help)";

/** Acts towards the other person, patterns v0 of scoring-science 4.4. */
export const EN_EMPATHY: Readonly<Record<Exclude<EmpathyAct, "nameFeeling">, PhraseList>> = {
  acknowledge: define("acknowledge", [
    `i ${ADVERB} ${ADVERB} ${ACKNOWLEDGE}`,
    "(that|it) makes sense",
    "(you are|you're) right",
    "fair enough",
    "i know (how|what|that)",
    "(it|that) is (completely|totally)? (understandable|normal|valid)",
    "(it's|that's) (completely|totally)? (understandable|normal|valid)",
  ]),
  perspective: define("perspective", [
    "from (your|their|the customer's|the client's) (point|perspective|side)",
    "in (your|their|the customer's|the client's) (shoes|position|place)",
    "how (they|the customer|the client) (felt|feel|feels)",
    "(they|customer|client|caller) (felt|needed|wanted|was feeling|were feeling)",
    "their (need|needs|concern|concerns|side)",
    "(listen|listened|listening|listens) to",
    "put myself",
  ]),
  apology: define("apology", [
    "sorry (about|for|that|to hear)",
    "(apologise|apologize|apologised|apologized|apology|apologies|apologising|apologizing)",
  ]),
  offer: define("offer", [
    `i (will|can|could|would) ${HELP}`,
    `(i'll|i'd) ${HELP}`,
    "let me (help|check|see|look|find|fix)",
    "happy to help",
    "how can i help",
    "what can i do",
    "i (offered|made sure|took care|followed up|stayed)",
  ]),
  reassure: define("reassure", [
    "don't worry",
    "no problem",
    "no worries",
    "(it's|it is) going to be",
    "we'll (get|find|fix|sort)",
    "we will (get|find|fix|sort)",
    "take your time",
    "rest assured",
    "(you're|you are) not alone",
  ]),
  courtesy: define("courtesy", [
    "thanks",
    "thank you",
    "thanked (them|the customer|the client)",
    "appreciate (your|it|that)",
    "please",
  ]),
  explore: define("explore", [
    "could you (tell|explain|share)",
    "may i ask",
    "what happened",
    "tell me more",
    "i asked (them|if|what|how|the customer|the client)",
    "how (are|can|did|would) you",
  ]),
  warmClose: define("warmClose", [
    "hope (this|that|you|it|they)",
    "wish (you|them)",
    "good luck",
    "glad (you|that|to hear)",
    "have a (good|nice|great)",
  ]),
  coldOrBlame: define("coldOrBlame", [
    "calm down",
    "not my (problem|job|fault)",
    "you should have",
    "that's your (fault|problem)",
    "as i (already)? said",
    "(i|we) can't help",
    "company policy",
    "(stupid|idiot|annoying|difficult) (customer|customers|people|person|persons)",
    "whatever",
  ]),
};

/** States that a candidate may name for the other person (4.4, E_FEEL), and who counts as that person. */
export const EN_FEELING: FeelingCues = {
  states: define("nameFeeling", [
    "(frustrat*|upset|worry|worried|annoy*|angry|disappoint*|confus*|stress*|overwhelm*|anxious|difficult|hard|tough)",
  ]),
  otherPeople: wordSet(`
    you your you're you've they them their they're they's they'd customer customers customer's client clients client's
    caller callers`),
  speaker: wordSet("i i'm i've i'd i'll me my myself"),
};

/** Words of a prompt that call for such acts (4.4, occasion gate). */
export const EN_OCCASION = define("occasion", [
  "(customer*|client*|caller*|upset|angry|complain*|conflict*|disagree*|help*|colleague*|team member*|difficult*)",
]);
