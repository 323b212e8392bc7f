import { requireConnector } from "@/server/custom-connectors/connector-for";
import type { AuthOption, Connector } from "@/server/catalog/connector";
import { type AppError, isAppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { checkCredential } from "./check-credential";
import type { ConnectionRow } from "./connection-cache";
import type { CredentialCheck } from "./credential-check";
import { openCredential } from "./open-credential";
import { findAuthOption } from "./present-credential";
import { canRenew } from "./renew-token";
import { freshCredential, refreshConnectionToken } from "./refresh-connection-token";

/** `settled`: renewing the token ended it, and whoever renews has written down how. */
export type ConnectionCheck = CredentialCheck | { kind: "settled" };

/**
 * Checks a stored connection with a real call, its token renewed first when it runs out. A token that the vendor
 * refuses before its time is renewed once too: revoked and rotated keys look alike until then.
 */
export async function checkConnection(runtime: Runtime, row: ConnectionRow, read: () => Promise<ConnectionRow>): Promise<{ check: ConnectionCheck; checked: ConnectionRow }> {
  const connector = await requireConnector(runtime, row.workspaceId, row.connector);
  const option = findAuthOption(connector, row.authKind);
  const first = await attempt(runtime, connector, option, read, () => freshCredential(runtime, row, connector, option));
  if (first.check.kind !== "refused" || !first.credential || !canRenew(option, first.credential)) return first;
  return attempt(runtime, connector, option, read, () => refreshConnectionToken(runtime, { row: first.checked, connector, option }, { isForced: true }));
}

async function attempt(runtime: Runtime, connector: Connector, option: AuthOption, read: () => Promise<ConnectionRow>, renew: () => unknown) {
  const failure = await renewing(renew);
  // Read after renewing: the version that is checked is the one that a verdict may be written to.
  const checked = await read();
  if (failure) return { check: failure, checked };
  const credential = await openCredential(runtime, checked);
  return { check: await checkCredential(runtime, { connector, option, credential, facts: checked.inputs }), checked, credential };
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
