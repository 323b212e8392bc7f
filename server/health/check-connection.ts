import { requireConnector } from "@/server/custom-connectors/connector-for";
import type { AuthOption, Connector } from "@/server/catalog/connector";
import { type AppError, isAppError } from "@/server/lib/errors";
import { checkCredential } from "@/server/connections/check-credential";
import type { ConnectionRow } from "@/server/connections/connection-cache";
import type { CredentialCheck } from "@/server/connections/credential-check";
import { openCredential } from "@/server/connections/open-credential";
import { findAuthOption } from "@/server/connections/present-credential";
import { canRenew } from "@/server/connections/renew-token";
import { sendCheck } from "@/server/gateway/send-check";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { freshCredential, refreshConnectionToken } from "@/server/connections/refresh-connection-token";

/** `settled`: renewing the token ended it, and whoever renews has written down how. */
export type ConnectionCheck = CredentialCheck | { kind: "settled" };

/**
 * Checks a stored connection with a real call, its token renewed first when it runs out. A token that the vendor
 * refuses before its time is renewed once too: revoked and rotated keys look alike until then.
 */
export async function checkConnection(ctx: WorkspaceContext, row: ConnectionRow, read: () => Promise<ConnectionRow>): Promise<{ check: ConnectionCheck; checked: ConnectionRow }> {
  const connector = await requireConnector(ctx.runtime, row.workspaceId, row.connector);
  const option = findAuthOption(connector, row.authKind);
  const { runtime } = ctx;
  const first = await attempt(ctx, { connector, option }, read, () => freshCredential(runtime, row, connector, option));
  if (first.check.kind !== "refused" || !first.credential || !canRenew(option, first.credential)) return first;
  return attempt(ctx, { connector, option }, read, () => refreshConnectionToken(runtime, { row: first.checked, connector, option }, { isForced: true }));
}

async function attempt(ctx: WorkspaceContext, { connector, option }: { connector: Connector; option: AuthOption }, read: () => Promise<ConnectionRow>, renew: () => unknown) {
  const failure = await renewing(renew);
  // Read after renewing: the version that is checked is the one that a verdict may be written to.
  const checked = await read();
  if (failure) return { check: failure, checked };
  const credential = await openCredential(ctx.runtime, checked);
  const send = sendCheck(ctx, { row: checked, connector, option, credential });
  return { check: await checkCredential(ctx.runtime, { connector, option, credential, facts: checked.inputs, send }), checked, credential };
}

async function renewing(renew: () => unknown): Promise<ConnectionCheck | null> {
  try {
    await renew();
    return null;
  } catch (error) {
    if (!isAppError(error) || error.code === "NOT_FOUND" || error.code === "INTERNAL") throw error;
    if (error.code === "REAUTHORIZATION_REQUIRED" || error.code === "VENDOR_ERROR") return { kind: "settled" };
    return asUnreachable(error);
  }
}

function asUnreachable(error: AppError): ConnectionCheck {
  return { kind: "unreachable", code: error.code === "TIMEOUT" ? "TIMEOUT" : "SERVICE_UNAVAILABLE", message: error.message, fields: {}, detail: error.detail ?? error.code };
}
