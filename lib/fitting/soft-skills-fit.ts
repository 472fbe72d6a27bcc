import path from "node:path";
import { environment } from "@/lib/config/environment";
import { readInterviews } from "@/lib/evaluation/mit-interview/interview-data";
import { measureInterviews } from "@/lib/evaluation/mit-interview/judge-interviews";
import type { ModelFit } from "@/lib/fitting/model-fit";
import { softSkillsCard } from "@/lib/fitting/soft-skills-card";
import { fitSoftSkillsParts } from "@/lib/fitting/soft-skills-parts";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { softSkillsModelSchema } from "@/scoring/models/model-schema";

/**
 * `soft-skills@`: the published weights with the added terms, refitted to the mock interviews where that agrees better with
 * participants left out, kept as they are where it does not.
 */
export const softSkillsFit: ModelFit = {
  name: "soft-skills",
  fit(context) {
    const interviews = readInterviews(path.join(context.dataDir, "mit_interview"), context.progress);
    const vectors = loadWordVectors("en", path.join(environment().dataDir, "word-vectors"));
    if (vectors === null) throw new RangeError("word vectors are not packed: run scripts/pack-word-vectors.mjs first");
    const measured = measureInterviews(interviews, vectors);
    context.progress(`cross-validating on ${measured.length} interviews`);
    const { fitted, parts } = fitSoftSkillsParts(measured);
    const persons = new Set(measured.map(({ participant }) => participant)).size;
    return Promise.resolve({
      metrics: { interviews: measured.length, participants: persons, parts },
      model: ({ id, card }) => softSkillsModelSchema.parse({ ...fitted, id, card }),
      card: (publication) => softSkillsCard(publication, fitted, parts, { interviews: measured.length, persons }),
    });
  },
};
