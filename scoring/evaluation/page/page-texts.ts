/** How to read every table of the page. */
export const READING = [
  "**r** is Pearson's correlation with the mean of the judges, **rho** Spearman's. **Align15** is the share of scores within 15 points of 100 of the judges' mean, after the score was put on their scale without seeing the judged person. **Skill** is Align15 as a share of the way from a constant answer to 100 %: 0 says nothing was learned from the recording, 1 would be perfect. **Coverage** is the share that was scored at all; withheld scores are not counted as agreement.",
  "`shipped` is the model in this repository, unchanged. `cv` was refitted inside the data and judges only people whom the fit of its weights has not seen: where the shipped model was fitted on the same people, believe `cv`. It says nothing of terms and curves: where those were chosen with the same people in view, the chapter says so. Intervals are 95 %, by drawing persons again with replacement; sentences of one person never count as independent.",
];

/** What the figures can and cannot say (the limits that go with every quotation of them). */
export const CLAIMS = [
  '**Agreement within 15 points is not accuracy.** The width was chosen by people who knew the data. A constant answer already reaches most of it (the column "constant"), less with adults only, which is why Skill stands beside it.',
  '**Not "better than experts".** One expert alone agrees with the others less than the model does (the table of single experts), in part because experts differ in severity, which a model fitted to the mean of five does not have. Nothing here takes severity out, so nothing here says that the model hears better than an expert.',
  "**Correlations depend on who is in the sample.** Children and adults together, or learners of all levels together, give higher values than applicants for one job would.",
  "**Read sentences are not interviews.** They are short, prepared, and by speakers of one first language. They test measures of pace, pauses and melody; they say nothing about content, structure or empathy.",
  "**The interviews are few and without sound here.** Their intervals are wide. Judges themselves agree little on some traits, least on composure, so that a score that agreed with them much more than they do with each other would be suspect. They were students in mock interviews for no particular job.",
  "**Nothing here predicts work.** No figure compares scores with how people later did in a job. The scores order and explain answers for a person who decides.",
  "**Groups are compared only where the data name them.** A difference near zero on these speakers does not show that there is none for accents, ages or health conditions that are absent from them.",
];
