import type { OrganizationScope } from "@/lib/db/scope";
import { type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";
import type { UploadRecord } from "@/lib/uploads/data";

/** The parts of a complete upload as one received file, hashed. The parts stay until the file is kept. */
export function openUpload(
  { organizationId }: OrganizationScope,
  store: ObjectStore,
  { id, size }: Pick<UploadRecord, "id" | "size">,
): Promise<IncomingObject> {
  return store.receive(store.readParts(partsFolder(organizationId, id), size));
}
