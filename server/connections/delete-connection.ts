import { and, eq, isNull, ne } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import { connectorFor } from "@/server/custom-connectors/connector-for";
import { isAppError } from "@/server/lib/errors";
import { revokeOAuthGrant } from "@/server/oauth/revoke-oauth-grant";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { type ConnectionRow, forgetConnection } from "./connection-cache";
import { findConnection } from "./find-connection";
import { forgetCredential, openCredential } from "./open-credential";

export type DeletedConnection = {
  /** Whether the vendor confirmed that the access has ended. */
  revoked: boolean;
  /** What is left to do at the vendor, or null. */
  note: string | null;
};

const revokeWithinMs = 10_000;

/**
 * Disconnects: ends the access at the vendor where that can be done, and destroys the sealed credential in any case.
 * What the vendor does not confirm is said, not waited for.
 */
export async function deleteConnection(ctx: WorkspaceContext, input: { connectionId: string }): Promise<DeletedConnection> {
  requirePermission(ctx, "connections:write");
  const row = await findConnection(ctx, ctx.db, input.connectionId);
  const deleted = await revoke(ctx, row);
  await ctx.db.transaction(async (tx) => {
    const locked = await findConnection(ctx, tx, row.id, { isLocked: true });
    await tx.delete(connection).where(eq(connection.id, locked.id)); // its sealed fields, events and lease go with it
    const data = { connector: row.connector, authKind: row.authKind, revoked: deleted.revoked, requestId: ctx.request.id };
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connection.delete", target: row.id, data });
  });
  forgetConnection(ctx.runtime, row.id);
  forgetCredential(ctx.runtime, row.id);
  return deleted;
}

async function revoke(ctx: WorkspaceContext, row: ConnectionRow): Promise<DeletedConnection> {
  const connector = await connectorFor(ctx.runtime, ctx.workspace.id, row.connector);
  const option = connector?.auth.find((candidate) => candidate.kind === row.authKind);
  const vendor = connector?.name ?? row.connector;
  if (!connector || option?.kind !== "oauth2") return { revoked: false, note: `The credential itself still works at ${vendor}. Delete it there too if nothing else uses it.` };
  const byHand = { revoked: false, note: `${vendor} did not confirm that the access has ended. Remove Patchbay there too, under its connected apps.` };
  if (await isShared(ctx, row)) return { revoked: false, note: `The access at ${vendor} was kept: another connection with the same account uses it.` };
  const credential = await openOrNull(ctx, row);
  if (!credential) return byHand;
  const { workspaceId, oauthAppId, inputs: facts } = row;
  const tokens = { accessToken: credential["access_token"], refreshToken: credential["refresh_token"] };
  const revocation = await revokeOAuthGrant(ctx.runtime, { workspaceId, connector, option, oauthAppId, facts }, tokens, AbortSignal.timeout(revokeWithinMs)).catch((error: unknown) => {
    ctx.runtime.log.warn({ err: error, connectionId: row.id }, "The access could not be ended at the vendor.");
    return { kind: "vendor_down" as const };
  });
  return revocation.kind === "ok" ? { revoked: true, note: null } : byHand;
}

/** Vendors end a grant per account and app: revoking one token would break every connection that shares it, in any workspace. */
async function isShared(ctx: WorkspaceContext, row: ConnectionRow): Promise<boolean> {
  if (row.accountId === null) return false;
  const sameApp = row.oauthAppId === null ? isNull(connection.oauthAppId) : eq(connection.oauthAppId, row.oauthAppId);
  const [other] = await ctx.db
    .select({ id: connection.id })
    .from(connection)
    .where(and(ne(connection.id, row.id), eq(connection.connector, row.connector), eq(connection.authKind, "oauth2"), eq(connection.accountId, row.accountId), sameApp))
    .limit(1);
  return other !== undefined;
}

/** A credential whose key is lost must not keep its connection from being deleted. */
async function openOrNull(ctx: WorkspaceContext, row: ConnectionRow) {
  try {
    return await openCredential(ctx.runtime, row);
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") throw error;
    ctx.runtime.log.warn({ err: error, connectionId: row.id }, "A credential that is being deleted could not be opened.");
    return null;
  }
}
