import { callbackUrl } from "@/server/catalog/callback-url";
import { explainRejection } from "@/server/oauth/explain-failure";
import type { RenewResult, RenewTarget } from "./renew-token";

export type BrokenRefresh = {
  /** `error` mends itself once an admin has corrected the OAuth app; the others need a new credential. */
  status: "expired" | "revoked" | "invalid" | "error";
  message: string;
  detail: string | null;
};

/** Codes by which a vendor says that an id and secret themselves are no longer good. */
const badSecretCodes = new Set(["invalid_client", "unauthorized_client", "http_401", "http_403"]);

/**
 * What a refused renewal means for the connection and who can mend it. Null while the vendor is merely down or busy,
 * which says nothing about the connection.
 */
export function explainRefreshFailure({ row, connector, option }: RenewTarget, result: Exclude<RenewResult, { kind: "ok" }>, publicUrl: string): BrokenRefresh | null {
  const { name } = connector;
  if (result.kind === "no_refresh_token") return { status: "expired", message: `The access to ${name} has expired, and ${name} gives no way to renew it. Reconnect to go on.`, detail: null };
  if (result.kind === "no_app") return { status: "expired", message: `The OAuth app that this connection was made with was removed. Reconnect it with the present one.`, detail: null };
  if (result.kind === "vendor_down" || result.kind === "rate_limited") return null;
  const { detail } = result;
  if (option.kind !== "oauth2") {
    if (result.kind === "reauthorize" || badSecretCodes.has(result.code)) {
      return { status: "invalid", message: `${name} no longer accepts the stored credential. Enter a new one to go on.`, detail };
    }
    return { status: "error", message: `${name} does not give a new access token for the stored credential. An admin sees its answer on the connection's page.`, detail };
  }
  if (result.kind === "rejected") return { status: "error", message: explainRejection(result.code, { vendor: name, callbackUrl: callbackUrl(publicUrl, connector.slug) }), detail };
  const hasEnded = row.refreshExpiresAt !== null && row.refreshExpiresAt <= new Date();
  return hasEnded
    ? { status: "expired", message: `The access to ${name} has expired because it was not used for long. Reconnect to go on.`, detail }
    : { status: "revoked", message: `${name} no longer accepts this connection: the access was withdrawn or has expired there. Reconnect to go on.`, detail };
}
