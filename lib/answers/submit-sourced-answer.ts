import { checkFields } from "@/lib/answers/check-fields";
import { fetchRecording } from "@/lib/answers/fetch-recording";
import type { RecordingSource, SourcedAnswer } from "@/lib/answers/read-score-item";
import { type Submission, submitAnswer } from "@/lib/answers/submit-answer";
import type { Identity } from "@/lib/auth/identity";
import { type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";
import { getUpload } from "@/lib/uploads/data";
import { refuseUnusable } from "@/lib/uploads/mutations";
import { openUpload } from "@/lib/uploads/open-upload";

/** Within a request: whoever asked waits, and "accepted" must mean that the recording is here. */
const FETCH_SECONDS = 20;

/**
 * Takes in an answer whose recording lies elsewhere, and waits for its score as submitAnswer() does. An upload is used
 * up once the answer is written; when anything is refused before that, it can be used again.
 *
 * @throws EarshotError as submitAnswer(); `audio_url_not_allowed`, `audio_url_unreachable`, `upload_incomplete`, …
 */
export async function submitSourcedAnswer(
  identity: Identity,
  store: ObjectStore,
  { source, fields }: SourcedAnswer,
  options: { readonly waitSeconds: number },
): Promise<Submission> {
  const { scope } = identity;
  await checkFields(scope, fields);
  const recording = await openSource(identity, store, source);
  if (source.kind === "url") return submitAnswer(identity, store, { recording, fields }, options);
  const { uploadId } = source;
  try {
    return await submitAnswer(identity, store, { recording, fields, uploadId }, options);
  } finally {
    const { state } = await getUpload(scope, uploadId);
    if (state === "used") await store.deleteParts(partsFolder(scope.organizationId, uploadId));
  }
}

async function openSource({ scope }: Identity, store: ObjectStore, source: RecordingSource): Promise<IncomingObject> {
  if (source.kind === "url") return fetchRecording(store, source.url, { seconds: FETCH_SECONDS });
  const upload = await getUpload(scope, source.uploadId);
  refuseUnusable(upload);
  return openUpload(scope, store, upload);
}
