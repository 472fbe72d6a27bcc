import { serveRequests } from "@/lib/child-process/serve-requests";
import { EarshotError } from "@/lib/errors/error-codes";
import { decodeFailure, type DecodedSound, type DecodeOutcome, type DecodeRequest } from "@/lib/media/decode-contract";
import { decodeWithLibrary } from "@/lib/media/library/decode-with-library";
import { loadNodeAv } from "@/lib/media/library/load-node-av";
import { limitThisProcess } from "@/lib/media/limit-this-process";
import { MAX_SAMPLE_RATE_HZ } from "@/lib/media/media-limits";
import { decodePcmFile } from "@/lib/media/pcm/decode-pcm-file";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

limitThisProcess();

/**
 * Uncompressed files at 16 kHz and below are read in TypeScript; above, the library's resampler is four times faster.
 * Where the library cannot be loaded, TypeScript reads uncompressed files of every usual rate.
 */
async function decode(request: DecodeRequest): Promise<DecodedSound> {
  const uncompressed = request.container === "wav" || request.container === "aiff";
  const direct = uncompressed ? decodePcmFile(request, SAMPLE_RATE_HZ) : null;
  if (direct) return direct;
  const av = await loadNodeAv();
  if (av) return decodeWithLibrary(av, { file: request.path }, request);
  const slow = uncompressed ? decodePcmFile(request, MAX_SAMPLE_RATE_HZ) : null;
  if (slow) return slow;
  const detail =
    "This machine can decode uncompressed WAV and AIFF only: install the node-av package or set FFMPEG_PATH.";
  throw new EarshotError("unavailable", detail);
}

serveRequests<DecodeRequest, DecodeOutcome>(async (request) => {
  try {
    return { ok: true, sound: await decode(request) };
  } catch (error) {
    if (error instanceof EarshotError) return decodeFailure(error);
    throw error;
  }
});
