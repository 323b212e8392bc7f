import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { credential as credentialTable } from "@/db/schema/connections";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import type { SealedFor } from "@/server/vault/vault";
import type { Runtime } from "@/server/runtime/runtime";
import type { ConnectionRow } from "./connection-cache";

/** What a connection's field is sealed for: in another row it does not open. */
export function boundTo(row: Pick<ConnectionRow, "id" | "workspaceId">, field: string): SealedFor {
  return { workspaceId: row.workspaceId, ownerId: row.id, field };
}

/** Replaces all of a connection's sealed fields. The caller holds the connection's row and writes its new version. */
export async function sealCredential(tx: Transaction, runtime: Runtime, row: Pick<ConnectionRow, "id" | "workspaceId" | "credentialVersion">, fields: CredentialFields): Promise<void> {
  await tx.delete(credentialTable).where(eq(credentialTable.connectionId, row.id));
  const rows = Object.entries(fields).map(([field, secret]) => ({
    connectionId: row.id,
    workspaceId: row.workspaceId,
    field,
    ...runtime.vault.seal(secret, boundTo(row, field)),
    rowVersion: row.credentialVersion,
  }));
  if (rows.length > 0) await tx.insert(credentialTable).values(rows);
}
