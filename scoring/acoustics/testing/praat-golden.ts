import { z } from "zod";
import golden from "@/scoring/acoustics/testing/praat-golden.json";

const schema = z.object({
  signals: z.record(
    z.string(),
    z.object({
      firstCentreS: z.number(),
      /** 0 where Praat says unvoiced. */
      f0Hz: z.array(z.number()),
      /** dB above 2e-5. */
      intensityDb: z.array(z.number()),
    }),
  ),
});

/** What Praat 6 measured on the golden signals; made by scripts/make-praat-golden.mjs. */
export const praatGolden = schema.parse(golden).signals;
