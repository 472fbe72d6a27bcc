import { z } from "zod";
import fixtureGolden from "@/scoring/acoustics/testing/praat-golden-fixtures.json";
import golden from "@/scoring/acoustics/testing/praat-golden.json";

const measuredSchema = z.object({
  firstCentreS: z.number(),
  /** 0 where Praat says unvoiced. */
  f0Hz: z.array(z.number()),
  /** dB above 2e-5. */
  intensityDb: z.array(z.number()),
  /** Syllable nuclei by the published steps of de Jong & Wempe. */
  nucleiMs: z.array(z.number()),
});

/** What Praat measured on one sound. */
export type PraatMeasured = z.infer<typeof measuredSchema>;

/** What Praat 6 measured on the golden signals; made by scripts/make-praat-golden.mjs. */
export const praatGolden = z.object({ signals: z.record(z.string(), measuredSchema) }).parse(golden).signals;

/**
 * What Praat 6 measured on the bundled MP3 answers, by file name: F0 and intensity of the first `framesSeconds`, nuclei
 * of the whole. Same script.
 */
export const praatFixtureGolden = z
  .object({ framesSeconds: z.number(), fixtures: z.record(z.string(), measuredSchema) })
  .parse(fixtureGolden);
