import { eq } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { recordAudit } from "@/server/audit/record-audit";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import { requireConnector } from "@/server/custom-connectors/connector-for";
import type { Field } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { type ConnectionRow, forgetConnection } from "./connection-cache";
import { credentialColumns, type StoredCredential } from "./credential-columns";
import { findConnection } from "./find-connection";
import { knownValues } from "./known-values";
import { forgetCredential, openCredential } from "./open-credential";
import { findAuthOption, presentCredential } from "./present-credential";
import { readConnectionView } from "./read-connection-view";
import { recordEvent } from "./record-event";
import { hasOtherAccount } from "./save-connection";
import type { ConnectionView, RotateConnectionInput } from "./schema";
import { sealCredential } from "./seal-credential";

/**
 * Puts a new credential of the same account in place of the stored one, which stays until the new one is proven.
 * Fields that are not secret may be left out: they keep their values.
 */
export async function rotateConnection(ctx: WorkspaceContext, input: RotateConnectionInput): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  const before = await findConnection(ctx, ctx.db, input.connectionId);
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, before.connector);
  const option = findAuthOption(connector, before.authKind);
  if (!("fields" in option)) throw new AppError("INVALID_REQUEST", `${connector.name} was connected in the browser, so there is no key to replace. Reconnect it instead.`, { details: { connectionId: before.id } });
  const current = await openCredential(ctx.runtime, before);
  const values = { ...knownValues(connector, option.fields, before, current), ...input.values };
  const presented = await presentCredential(ctx.runtime, { connector, option, values });
  assertNew(option.fields, current, presented.credential);
  assertSameAccount(before, presented.account);
  await replace(ctx, before, presented);
  forgetConnection(ctx.runtime, before.id);
  forgetCredential(ctx.runtime, before.id);
  return readConnectionView(ctx, before.id);
}

async function replace(ctx: WorkspaceContext, before: ConnectionRow, presented: StoredCredential): Promise<void> {
  const { accountId, accountLabel } = presented.account;
  await ctx.db.transaction(async (tx) => {
    const locked = await findConnection(ctx, tx, before.id, { isLocked: true });
    if (locked.credentialVersion !== before.credentialVersion) {
      throw new AppError("CONFLICT", "Someone else changed this connection's credential at the same moment. Look at it, then try again.", { details: { connectionId: before.id } });
    }
    const now = new Date();
    const [row] = await tx
      .update(connection)
      .set({
        ...credentialColumns(presented, now),
        accountId: accountId ?? before.accountId,
        accountLabel: accountLabel ?? before.accountLabel,
        credentialVersion: before.credentialVersion + 1,
        healthSince: before.health === "healthy" ? before.healthSince : now,
        lastRotatedAt: now,
      })
      .where(eq(connection.id, before.id))
      .returning();
    if (!row) throw new Error("the connection was not updated");
    await sealCredential(tx, ctx.runtime, row, presented.credential);
    await recordEvent(tx, ctx, row.id, "rotated", "The credential was replaced by a new one of the same account.");
    const data = { sealedFields: Object.keys(presented.credential), keyVersion: ctx.runtime.vault.keyVersion, openedVersion: before.credentialVersion, requestId: ctx.request.id };
    await recordAudit(tx, { workspaceId: ctx.workspace.id, actor: ctx.actor, action: "connection.rotate", target: row.id, data });
  });
}

function assertNew(fields: readonly Field[], current: CredentialFields, next: CredentialFields): void {
  const isSame = fields.every(({ key }) => current[key]?.reveal() === next[key]?.reveal());
  if (!isSame) return;
  throw new AppError("CONFLICT", "This is the credential that is in use already. Make a new one at the vendor, and paste that.");
}

function assertSameAccount(before: ConnectionRow, account: StoredCredential["account"]): void {
  if (!hasOtherAccount(before, account)) return;
  const other = account.accountLabel ?? "another account";
  throw new AppError("CONFLICT", `This credential belongs to ${other}, not to ${before.accountLabel ?? "the account of this connection"}. The old one stays. Connect ${other} as a new connection instead.`, {
    details: { connectionId: before.id },
  });
}
