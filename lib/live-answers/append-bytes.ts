import { environment } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { appendToLiveAnswer, refuseOffset } from "@/lib/live-answers/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";
import { receiveParts } from "@/lib/uploads/receive-parts";
import type { SentBytes } from "@/lib/uploads/upload-body";

/**
 * Takes bytes into a live answer, from where it stands.
 *
 * @throws EarshotError as receiveParts(); `upload_offset_mismatch`, `media_too_large`, `live_answer_completed`
 */
export async function appendBytes(
  scope: OrganizationScope,
  store: ObjectStore,
  id: string,
  { offset, checksum, announced, chunks }: SentBytes,
): Promise<LiveAnswerRecord> {
  const { MEDIA_MAX_BYTES: size } = environment();
  const live = await getLiveAnswer(scope, id);
  refuseOffset(live, offset);
  return receiveParts(
    store,
    { ...live, size },
    {
      body: chunks,
      checksum,
      announced,
      append: async ({ receivedBytes }, bytes) => ({
        ...(await appendToLiveAnswer(scope, store, { id, offset: receivedBytes, bytes })),
        size,
      }),
      tooMuch: () => new EarshotError("media_too_large", `A live answer may have at most ${size} bytes; this is more.`),
    },
  );
}
