import { closeSync } from "node:fs";
import { OUTPUT_PIPE } from "@/lib/child-process/child-protocol";
import { serveRequests } from "@/lib/child-process/serve-requests";
import { EarshotError } from "@/lib/errors/error-codes";
import { decodeFailure, type DecodeOutcome, type StreamDecodeRequest } from "@/lib/media/decode-contract";
import { limitThisProcess } from "@/lib/media/limit-this-process";
import { decodeStdin } from "@/lib/media/streaming/decode-stdin";

limitThisProcess();

// One stream a process: reading standard input blocks it.
serveRequests<StreamDecodeRequest, DecodeOutcome>(async (request) => {
  try {
    const sound = await decodeStdin(request);
    closeSync(OUTPUT_PIPE);
    return { ok: true, sound };
  } catch (error) {
    if (error instanceof EarshotError) return decodeFailure(error);
    throw error;
  }
});
