/** How to read every table of the page. */
export const READING = [
  "**r** is Pearson's correlation with the mean of the judges, **rho** Spearman's. **Align15** is the share of scores within 15 points of 100 of the judges' mean, after the score was put on their scale without seeing the judged person. **Skill** is Align15 as a share of the way from a constant answer to 100 %: 0 says nothing was learned from the recording, 1 would be perfect. **Coverage** is the share that was scored at all; withheld scores are not counted as agreement.",
  "`shipped` is the model in this repository, unchanged. `cv` was refitted inside the data and judges only people whom that fit has not seen. Where the shipped model was fitted on the same people, `cv` is the figure to believe. Intervals are 95 %, by drawing persons again with replacement; sentences of one person never count as independent.",
];

/** What the figures can and cannot say (the limits that go with every quotation of them). */
export const CLAIMS = [
  "**Agreement within 15 points is not accuracy.** The width was chosen by people who knew the data; with 10 points every figure is far lower. A constant answer already reaches about 80 % on read sentences (about 70 % with adults only), which is why Skill stands beside it.",
  '**"As steady as a calibrated expert", not "better than experts".** One expert alone agrees with the others less than the model does, but mostly because experts differ in severity: two of the five are 15 to 20 points harsher. Once each expert\'s own severity is taken out they reach the same level. The fair sentence is: as consistent with the panel\'s mean as one calibrated expert, and far more so than one who is not.',
  "**Correlations depend on who is in the sample.** Children and adults together, or learners of all levels together, give higher values than applicants for one job would.",
  "**Read sentences are not interviews.** They are short, prepared, and by speakers of one first language. They test measures of pace, pauses and melody; they say nothing about content, structure or empathy.",
  "**The interviews are few and without sound here.** With about 70 of them an interval is some .13 wide on each side. Judges themselves agree little on some traits, least on composure, and a score cannot agree with them more than they do with each other. They were students in mock interviews for no particular job.",
  "**Nothing here predicts work.** No figure compares scores with how people later did in a job. The scores order and explain answers for a person who decides.",
  "**Groups are compared only where the data name them.** A difference near zero on these speakers does not show that there is none for accents, ages or health conditions that are absent from them.",
];
