import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import type { Connector } from "@/server/catalog/connector";
import { holdConnector } from "@/server/custom-connectors/hold-connector";
import { AppError } from "@/server/lib/errors";
import { newId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { type ConnectionRow, forgetConnection } from "./connection-cache";
import { credentialColumns, type StoredCredential } from "./credential-columns";
import { findConnection } from "./find-connection";
import { nameConnection } from "./name-connection";
import { forgetCredential } from "./open-credential";
import { recordEvent } from "./record-event";
import { sealCredential } from "./seal-credential";

/** No permissions in it: the OAuth callback finishes what a permitted actor started. */
export type SaveContext = Pick<WorkspaceContext, "runtime" | "db" | "workspace" | "actor" | "request">;

export type SavedConnection = StoredCredential & {
  connector: Connector;
  oauthAppId: string | null;
  name?: string | undefined;
  visibility?: "workspace" | "private" | undefined;
  /** Reconnects this one: its id, settings and history stay. */
  connectionId?: string | undefined;
};

/** Stores a verified credential as a new connection, or in place of an existing one's, in one transaction. */
export async function saveConnection(ctx: SaveContext, input: SavedConnection): Promise<ConnectionRow> {
  const { connectionId } = input;
  const row = await ctx.db.transaction(async (tx) => {
    await holdConnector(tx, ctx.workspace.id, input.connector);
    return connectionId === undefined ? createRow(tx, ctx, input) : reconnectRow(tx, ctx, input, connectionId);
  });
  forgetConnection(ctx.runtime, row.id);
  forgetCredential(ctx.runtime, row.id);
  return row;
}

async function createRow(tx: Transaction, ctx: SaveContext, input: SavedConnection): Promise<ConnectionRow> {
  const { connector, account } = input;
  const [row] = await tx
    .insert(connection)
    .values({
      ...columnsOf(ctx, input),
      id: newId("connection"),
      workspaceId: ctx.workspace.id,
      connector: connector.slug,
      name: input.name ?? (await nameConnection(tx, ctx, connector.slug, account.accountLabel ?? connector.name)),
      visibility: input.visibility ?? connector.defaultVisibility,
      createdBy: ctx.actor.id,
    })
    .returning();
  if (!row) throw new Error("the connection was not inserted");
  await sealCredential(tx, ctx.runtime, row, input.credential);
  await recordEvent(tx, ctx, row.id, "connected", account.accountLabel === null ? `Connected to ${connector.name}.` : `Connected as ${account.accountLabel}.`);
  await recordAudit(tx, { ...auditFacts(ctx, row, input), action: "connection.create" });
  return row;
}

async function reconnectRow(tx: Transaction, ctx: SaveContext, input: SavedConnection, connectionId: string): Promise<ConnectionRow> {
  const before = await findConnection(ctx, tx, connectionId, { isLocked: true });
  assertReconnects(before, input.connector);
  if (input.visibility !== undefined) assertMayShow(before, ctx, input.visibility);
  const now = new Date();
  const [row] = await tx
    .update(connection)
    .set({
      ...columnsOf(ctx, input),
      name: input.name ?? before.name,
      visibility: input.visibility ?? before.visibility,
      credentialVersion: before.credentialVersion + 1,
      healthSince: before.health === "healthy" ? before.healthSince : now,
      lastRotatedAt: now,
    })
    .where(eq(connection.id, before.id))
    .returning();
  if (!row) throw new Error("the connection was not updated");
  await sealCredential(tx, ctx.runtime, row, input.credential);
  await recordEvent(tx, ctx, row.id, "reconnected", describeReconnect(before, row));
  await recordAudit(tx, { ...auditFacts(ctx, row, input, { accountChanged: hasOtherAccount(before, row) }), action: "connection.reconnect" });
  return row;
}

/** Throws `CONFLICT` when a connection of one connector is to be reconnected as another's. */
export function assertReconnects(row: ConnectionRow, connector: Connector): void {
  if (row.connector === connector.slug) return;
  throw new AppError("CONFLICT", `${row.name} is not a connection to ${connector.name}. Connect ${connector.name} as a new one.`, { details: { connectionId: row.id, mcpId: row.connector } });
}

/** A private connection is its creator's alone, so nobody else may make it one. */
export function assertMayShow(row: ConnectionRow, { actor }: Pick<WorkspaceContext, "actor">, visibility: "workspace" | "private"): void {
  if (row.visibility === visibility || row.createdBy === actor.id) return;
  throw new AppError("FORBIDDEN", "Only who made this connection can make it private.");
}

/** True when both accounts are known and differ. */
export function hasOtherAccount(before: Pick<ConnectionRow, "accountId">, after: Pick<ConnectionRow, "accountId">): boolean {
  return before.accountId !== null && after.accountId !== null && before.accountId !== after.accountId;
}

function describeReconnect(before: ConnectionRow, after: ConnectionRow): string {
  const now = after.accountLabel ?? "the same account";
  return hasOtherAccount(before, after) ? `Reconnected with another account: ${now} instead of ${before.accountLabel ?? "the one before"}.` : `Reconnected as ${now}.`;
}

function columnsOf(ctx: SaveContext, input: SavedConnection) {
  const now = new Date();
  const { ipAddress, userAgent } = ctx.request;
  return { ...credentialColumns(input, now), oauthAppId: input.oauthAppId, consentGivenAt: now, ipAddress, userAgent: userAgent?.slice(0, 300) ?? null };
}

function auditFacts(ctx: SaveContext, row: ConnectionRow, { credential }: SavedConnection, more: Record<string, boolean> = {}) {
  const { connector, authKind, visibility } = row;
  // Whose account it is stays out of the log that admins read when the connection is somebody's own.
  const account = visibility === "private" ? null : row.accountLabel;
  const sealed = { sealedFields: Object.keys(credential), keyVersion: ctx.runtime.vault.keyVersion };
  return { workspaceId: ctx.workspace.id, actor: ctx.actor, target: row.id, data: { connector, authKind, visibility, account, ...sealed, requestId: ctx.request.id, ...more } };
}
