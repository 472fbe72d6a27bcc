import { EarshotError } from "@/lib/errors/error-codes";
import { MAX_CHANNELS, MAX_SAMPLE_RATE_HZ, MIN_SAMPLE_RATE_HZ } from "@/lib/media/media-limits";

/**
 * Refuses sound that no microphone makes before anything is converted: a header of 1 Hz makes 16,000 samples of one.
 *
 * @throws EarshotError `media_undecodable`
 */
export function checkStream(stream: { readonly sampleRateHz: number; readonly channels: number }): void {
  const { sampleRateHz, channels } = stream;
  if (!(sampleRateHz >= MIN_SAMPLE_RATE_HZ && sampleRateHz <= MAX_SAMPLE_RATE_HZ)) {
    const allowed = `${MIN_SAMPLE_RATE_HZ} to ${MAX_SAMPLE_RATE_HZ} Hz can be read`;
    throw new EarshotError("media_undecodable", `The sound has a sample rate of ${sampleRateHz} Hz; ${allowed}.`);
  }
  if (!(channels >= 1 && channels <= MAX_CHANNELS)) {
    throw new EarshotError(
      "media_undecodable",
      `The sound has ${channels} channels; 1 to ${MAX_CHANNELS} can be read.`,
    );
  }
}
