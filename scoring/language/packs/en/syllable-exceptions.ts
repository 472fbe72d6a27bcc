import { EN_NAME_SYLLABLES } from "@/scoring/language/packs/en/name-syllables";

/** Frequent words of spoken answers that the spelling rules get wrong, by their number of syllables. */
const WORDS_BY_COUNT: Readonly<Record<number, string>> = {
  1: "our ours whole aisle priest pier prayer prayers drawer drawers shh hmm hm mm scale tale quite suite",
  2: `people peoples maybe okay ok hour hours business evening evenings tired hundred hundreds mrs fired marriage awesome
    interest interests several science lion lions ruin ruins ruined giant giants hired hire chocolate desperate someday
    therefore soldier soldiers creature creatures fashion fashioned cruel argue argued diamond diamonds fuel sacred centre
    naked poem poems poet fluid choir duel wicked hatred baseball farewell household notebook facebook likewise website
    websites lifestyle hometown somewhat carriage privilege opera catholic buyer buyers quiet diet diets client clients
    riot trial trials dial liar being flour sour towel wired crooked wretched frontier theories settled handled every
    clothing timeline deadline deadlines guideline pipeline baseline homepage workplace useless tv cd pr pm mr
    dr fatigue antique unique technique wednesday business conscience conscious patient patients`,
  3: `idea basically practically ideas area areas entire desire desires realize realized realizes realise realised majesty suicide
    interested interesting everything everyone everywhere everyday theory nuclear empire alien aliens museum
    required requires require acquired inspired behavior behaviour temperature influence scientist scientists recipe
    recipes genuine element elements honesty convenient convenience vegetable vegetables reunion alliance graduate graduates
    businesses businessman michelle korea theatre theater louise whoever family families
    poetry reliant defiance compliance reliance entitled heroic cereal denial
    specific memory memories policies policy company companies
    honestly separate favorite favourite camera cameras average general federal chemistry salary`,
  4: `society reality appreciate appreciates situation situations negotiate negotiated coincidence
    cooperate coordinate coordinates coordinated european anxiety variety january february entirely associate associates
    reliable recovery realistic retirement retirements experience experienced
    graduation evacuate evaluate evaluated supposedly whatsoever technology ability abilities
    deescalate facility facilities territory dictionary necessary secretary category categories
    situated actually reinforcements usually scientific`,
  5: `appreciated experiences initiative association cooperation appreciation evaluation negotiations negotiation opportunity opportunities university
    enthusiasm humiliated immediately coordination situational
    accommodation`,
  6: "responsibility responsibilities deescalation",
};

export const EN_SYLLABLE_EXCEPTIONS: ReadonlyMap<string, number> = new Map([
  ...EN_NAME_SYLLABLES,
  ...Object.entries(WORDS_BY_COUNT).flatMap(([count, words]) =>
    words.split(/\s+/).map((word) => [word, Number(count)] as const),
  ),
]);
