import { environment } from "@/lib/config/environment";
import { probeRecording } from "@/lib/media/probe-recording";
import type { IncomingObject } from "@/lib/storage/object-store";

/**
 * What a received file is by its bytes: "mp3", "wav", …
 *
 * @throws EarshotError `unsupported_media`, `media_too_large`, `media_too_long`, `media_undecodable`
 */
export async function probeContainer(recording: IncomingObject): Promise<string> {
  const { MEDIA_MAX_BYTES, MEDIA_MAX_SECONDS } = environment();
  const limits = { maxBytes: MEDIA_MAX_BYTES, maxSeconds: MEDIA_MAX_SECONDS };
  return (await probeRecording(recording.path, limits)).container;
}
