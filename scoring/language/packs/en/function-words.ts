import { wordSet } from "@/scoring/language/word-set";

/**
 * Words of English grammar: determiners, pronouns, auxiliaries, prepositions, conjunctions, particles, and the adverbs
 * and discourse words that carry no topic. Every token outside this set is a content word. Own list.
 */
export const EN_FUNCTION_WORDS = wordSet(`
  a an the this that these those some any no every each either neither both all half such another other others same
  much many more most few fewer less least several enough own one ones
  i me my mine myself we us our ours ourselves you your yours yourself yourselves
  he him his himself she her hers herself it its itself they them their theirs themselves themself
  who whom whose which what whatever whoever whichever someone somebody something anyone anybody anything everyone
  everybody everything nobody nothing none
  am is are was were be been being have has had having do does did doing done will would shall should can could may
  might must ought need dare used gonna wanna gotta let lets let's get got gets getting gotten go goes going went gone
  i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll he's he'd he'll she's she'd she'll they're
  they've they'd they'll it's it'd it'll that's that'd that'll there's there'd here's what's who's where's how's
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't shan't shouldn't can't cannot
  couldn't mayn't mightn't mustn't needn't ain't
  about above across after against along alongside among amongst around as at before behind below beneath beside
  besides between beyond by despite down during except for from in inside into like near of off on onto out outside
  over past per regarding round since than through throughout till to toward towards under underneath until up upon
  via with within without
  and or but nor so yet because if unless although though while whereas when whenever where wherever whether that how
  why once lest
  not never ever also too very really quite rather just only even still already again then there here now thus hence
  therefore however perhaps maybe almost always often sometimes usually else instead anyway well yes yeah no okay oh
  actually basically kind sort kinda sorta etc`);
