import path from "node:path";
import { environment } from "@/lib/config/environment";
import { DiskStore } from "@/lib/storage/disk-store";
import type { ObjectStore } from "@/lib/storage/object-store";

/** The store that STORAGE names. Only "disk" exists so far: DATA_DIR/recordings. */
export function openStore(): ObjectStore {
  return new DiskStore(path.join(environment().dataDir, "recordings"));
}
