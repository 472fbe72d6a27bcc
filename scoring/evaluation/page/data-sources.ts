/** Where the data of a set come from. */
export interface DataSource {
  readonly what: string;
  readonly citation: string;
  readonly terms: string;
}

const SPEECHOCEAN: DataSource = {
  what: "English sentences read by Mandarin speakers, half of them children; five experts' scores",
  citation: "speechocean762, Zhang et al. 2021 (Interspeech); fluency and prosody labels are medians of the five",
  terms: "CC BY 4.0",
};

/** Sources by name of the set. Nothing of the data is part of this project; figures computed from them are. */
export const DATA_SOURCES: Readonly<Record<string, DataSource>> = {
  so762_train: SPEECHOCEAN,
  metamorphic: SPEECHOCEAN,
  alignment: SPEECHOCEAN,
  low_confidence: SPEECHOCEAN,
  mit_interview: {
    what: "mock job interviews of native English students; 17 traits by nine judges",
    citation: "MIT Interview dataset, Naim, Tanveer, Gildea and Hoque 2015 (FG) and arXiv 1504.03425",
    terms: "research use",
  },
  nict_jle: {
    what: "oral proficiency interviews of Japanese learners of English, with tagged fillers and repairs",
    citation: "NICT JLE corpus, Izumi et al. 2004, in the tagged adaptation by Skidmore",
    terms: "research use",
  },
  empathy_epitome: {
    what: "supportive replies with labels of three communication mechanisms",
    citation: "EPITOME, Sharma, Miner, Atkins and Althoff 2020 (EMNLP)",
    terms: "academic use",
  },
};
