import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection, connectionEvent } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import type { Actor } from "@/server/audit/actor";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import { newId } from "@/server/lib/ids";
import type { Tokens } from "@/server/oauth/token-result";
import type { Runtime } from "@/server/runtime/runtime";
import { type ConnectionRow, forgetConnection } from "./connection-cache";
import { forgetCredential } from "./open-credential";
import { holdsRefreshLease, type RefreshLease } from "./refresh-lease";
import { sealCredential } from "./seal-credential";

/** Who renews tokens when nobody asked for it. */
const refresher = { kind: "system", id: "refresh" } satisfies Actor;

/** The change to a connection that a refresh ended in, beside its new version when the credential is new. */
export type RefreshEnd = {
  change: Partial<Pick<ConnectionRow, "status" | "health" | "healthReason" | "healthSince" | "lastError" | "lastErrorDetail" | "errorCount" | "tokenExpiresAt" | "refreshExpiresAt" | "inputs">>;
  credential: CredentialFields | null;
  /** A line for the timeline, or null when it would only repeat the one before. */
  event: { kind: "refreshed" | "refresh_failed"; message: string } | null;
};

/** Writes new tokens, before anyone uses them. Null when this owner came too late: nothing is written then. */
export function storeRefreshedToken(runtime: Runtime, lease: RefreshLease, row: ConnectionRow, credential: CredentialFields, tokens: Tokens, vendor: string): Promise<ConnectionRow | null> {
  const wasBroken = row.status !== "active";
  return storeRefreshEnd(runtime, lease, row, {
    credential: {
      ...credential,
      access_token: tokens.accessToken,
      ...(tokens.refreshToken ? { refresh_token: tokens.refreshToken } : {}),
    },
    change: {
      status: "active",
      tokenExpiresAt: tokens.expiresAt,
      // A refresh token that stays keeps the end that it had.
      refreshExpiresAt: tokens.refreshExpiresAt ?? (tokens.refreshToken ? null : row.refreshExpiresAt),
      inputs: { ...row.inputs, ...tokens.facts },
      ...(wasBroken ? { health: "unknown", healthReason: null, healthSince: new Date(), lastError: null, lastErrorDetail: null, errorCount: 0 } : {}),
    },
    event: { kind: "refreshed", message: `The access token was renewed at ${vendor}.` },
  });
}

/** One transaction under the lease's fence and the version that was read. Null when either has moved on. */
export async function storeRefreshEnd(runtime: Runtime, lease: RefreshLease, row: ConnectionRow, end: RefreshEnd): Promise<ConnectionRow | null> {
  const stored = await runtime.database.db.transaction(async (tx) => {
    // The connection first, then the lease: in the order in which deleting a connection locks them.
    const [current] = await tx.select({ version: connection.credentialVersion }).from(connection).where(eq(connection.id, row.id)).for("update");
    if (current?.version !== row.credentialVersion || !(await holdsRefreshLease(tx, lease))) return null;
    const credentialVersion = row.credentialVersion + (end.credential ? 1 : 0);
    const [updated] = await tx
      .update(connection)
      .set({ ...end.change, credentialVersion, updatedAt: new Date() })
      .where(eq(connection.id, row.id))
      .returning();
    if (updated && end.credential) await sealCredential(tx, runtime, updated, end.credential);
    await record(tx, row, end);
    return updated ?? null;
  });
  forgetConnection(runtime, row.id);
  forgetCredential(runtime, row.id);
  return stored;
}

async function record(tx: Transaction, row: ConnectionRow, { event, credential }: RefreshEnd): Promise<void> {
  if (event) {
    const { workspaceId, id: connectionId } = row;
    await tx.insert(connectionEvent).values({ id: newId("connectionEvent"), workspaceId, connectionId, ...event, actorKind: refresher.kind, actorId: refresher.id });
  }
  if (credential) {
    await recordAudit(tx, { workspaceId: row.workspaceId, actor: refresher, action: "connection.refresh", target: row.id, data: { connector: row.connector } });
  }
}
