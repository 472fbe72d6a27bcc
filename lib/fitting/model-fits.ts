import type { ModelFit } from "@/lib/fitting/model-fit";
import { readSpeechFit } from "@/lib/fitting/read-speech-fit";
import { softSkillsFit } from "@/lib/fitting/soft-skills-fit";

/** Every model that `npm run fit` knows. */
export const MODEL_FITS: readonly ModelFit[] = [readSpeechFit, softSkillsFit];
