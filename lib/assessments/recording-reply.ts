import { Readable } from "node:stream";
import type { OrganizationScope } from "@/lib/db/scope";
import { getRecordingOfAssessment } from "@/lib/answers/data";
import { EarshotError } from "@/lib/errors/error-codes";
import { parseRange } from "@/lib/http/range";
import { Reply } from "@/lib/http/reply";
import { openStore } from "@/lib/storage/open-store";

/** By what the bytes are. Never what a client claimed: the browser must not run a recording as a page. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  wav: "audio/wav",
  w64: "audio/wav",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  flac: "audio/flac",
  m4a: "audio/mp4",
  mp4: "video/mp4",
  mov: "video/quicktime",
  aiff: "audio/aiff",
  aac: "audio/aac",
  webm: "video/webm",
  matroska: "video/x-matroska",
  mkv: "video/x-matroska",
};

/** The recording, whole or the range that a player asks for. @throws EarshotError `not_found` (also once erased) */
export async function recordingReply(
  scope: OrganizationScope,
  assessmentId: string,
  rangeHeader: string | null,
): Promise<Reply<never>> {
  const { storageKey, container, sha256 } = await getRecordingOfAssessment(scope, assessmentId);
  const store = openStore();
  const size = await store.sizeOf(storageKey);
  if (size === null) throw new EarshotError("not_found", "The recording of this answer is erased.");
  const headers = {
    "Content-Type": CONTENT_TYPES[container] ?? "application/octet-stream",
    "Accept-Ranges": "bytes",
    ETag: `"${sha256}"`,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "inline",
  };
  const range = parseRange(rangeHeader, size);
  if (range === "unsatisfiable") {
    const error = new EarshotError(
      "range_not_satisfiable",
      `The recording has ${size} bytes; ask for a range of them.`,
    );
    return Reply.problem(error, { "Accept-Ranges": "bytes", "Content-Range": `bytes */${size}` });
  }
  const part = range ?? { start: 0, end: size - 1 };
  const stream = Readable.toWeb(await store.getStream(storageKey, part));
  const length = { "Content-Length": String(part.end - part.start + 1) };
  const place = range && { "Content-Range": `bytes ${part.start}-${part.end}/${size}` };
  // Node's and the DOM's web streams are the same class at run time; only their declarations differ.
  const body = stream as ReadableStream<Uint8Array>;
  return Reply.raw(range ? 206 : 200, body, { ...headers, ...length, ...place });
}
