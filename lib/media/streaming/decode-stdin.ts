import { closeSync, openSync, readSync } from "node:fs";
import { EarshotError } from "@/lib/errors/error-codes";
import type { DecodedSound, StreamDecodeRequest } from "@/lib/media/decode-contract";
import { decodeWithLibrary } from "@/lib/media/library/decode-with-library";
import { loadNodeAv } from "@/lib/media/library/load-node-av";
import { canDecodePcm, decodePcmLayout } from "@/lib/media/pcm/decode-pcm-file";
import type { PcmLayout, ReadAt } from "@/lib/media/pcm/pcm-layout";
import { readWavLayout } from "@/lib/media/pcm/read-wav-layout";
import { OUTPUT_PIPE } from "@/lib/child-process/child-protocol";
import { pipePcm } from "@/lib/media/streaming/pipe-pcm";
import { readStdinAt } from "@/lib/media/streaming/stdin-bytes";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

/**
 * Decodes what comes by standard input until it ends, and hands the samples on by another pipe: in the same way, and by the same rules, as decode-child.ts decodes
 * a whole file, so that the samples are the same.
 *
 * @throws EarshotError `media_undecodable`, `media_too_long`, `unsupported_media`; `unavailable` without the library
 */
export async function decodeStdin(request: StreamDecodeRequest): Promise<DecodedSound> {
  const layout = request.container === "wav" ? readHeadLayout(request) : null;
  const collector = pipePcm(request.maxSeconds, OUTPUT_PIPE);
  if (layout && canDecodePcm(layout, SAMPLE_RATE_HZ)) {
    return decodePcmLayout(layout, request, readStdinAt(), collector);
  }
  const av = await loadNodeAv();
  if (!av) throw new EarshotError("unavailable", "This machine cannot decode a stream: install the node-av package.");
  return decodeWithLibrary(av, "stdin", request, collector);
}

/** From the first bytes, which lie in a file as well; null for codings that the library reads. */
function readHeadLayout({ path, headBytes }: StreamDecodeRequest): PcmLayout | null {
  const file = openSync(path, "r");
  try {
    const readAt: ReadAt = (position, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    };
    const found = readWavLayout(readAt, headBytes);
    if (found.kind === "broken") throw new EarshotError("media_undecodable", found.detail);
    if (found.kind === "other") return null;
    // How much really comes is not known yet.
    return { ...found.layout, dataBytes: found.layout.claimedBytes ?? Number.POSITIVE_INFINITY };
  } finally {
    closeSync(file);
  }
}
