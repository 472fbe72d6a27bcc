import { z } from "zod";
import type { UploadState } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";

/** An upload; sizes in bytes. */
export interface UploadRecord {
  readonly id: string;
  readonly state: UploadState;
  readonly size: number;
  /** What is durable. */
  readonly receivedBytes: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const metadataSchema = z.record(z.string(), z.string());

/** @throws EarshotError `not_found`; `upload_expired` */
export function getUpload(scope: OrganizationScope, id: string): Promise<UploadRecord> {
  return withOrganization(scope, (transaction) => readUpload(transaction, scope, id));
}

/** As getUpload(), inside a transaction. */
export async function readUpload(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
): Promise<UploadRecord> {
  const row = await transaction.upload.findFirst({ where: { id, organizationId } });
  if (!row) throw new EarshotError("not_found", "There is no upload with this id.");
  if (row.state === "expired" || (row.state !== "used" && row.expiresAt.getTime() <= Date.now())) {
    throw new EarshotError("upload_expired", "This upload was not used in time and is erased. Send the file again.");
  }
  const { size, receivedBytes } = row;
  return {
    ...row,
    ...{ size: Number(size), receivedBytes: Number(receivedBytes), metadata: metadataSchema.parse(row.metadata) },
  };
}
