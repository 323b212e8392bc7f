import type { ClientCredentials, ServiceAccount } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";
import type { TokenFailure, TokenResult, Tokens } from "@/server/oauth/token-result";
import type { Acquired, Presented } from "./auth-kind";
import { type CredentialFields, withoutSecrets } from "./credential";

type Exchanged = Presented<ClientCredentials | ServiceAccount>;

/** Posted fields and the access token that they were exchanged for, or why the vendor gave none. */
export function acquireToken(presented: Exchanged, result: TokenResult, requestedScopes: string[], facts: Record<string, string> = {}): Acquired {
  if (result.kind !== "ok") throw refusal(presented, result);
  const { tokens } = result;
  return {
    credential: withAccessToken(presented.credential, tokens),
    facts: { ...facts, ...tokens.facts },
    scopes: tokens.scopes ?? requestedScopes,
    tokenExpiresAt: tokens.expiresAt,
  };
}

/** The stored fields with a new access token in place of the one before. */
function withAccessToken(credential: CredentialFields, tokens: Tokens): CredentialFields {
  const { accessToken, refreshToken } = tokens;
  // Where a refresh token was posted, the vendor may have replaced it with this very answer.
  return { ...credential, access_token: accessToken, ...(refreshToken && "refresh_token" in credential ? { refresh_token: refreshToken } : {}) };
}

function refusal({ connector, option, credential }: Exchanged, failure: TokenFailure): AppError {
  const { name, slug } = connector;
  const detail = withoutSecrets(failure.detail, option, credential);
  if (failure.kind === "vendor_down") {
    return new AppError("SERVICE_UNAVAILABLE", `${name} did not answer properly. Nothing was stored; try again in a minute.`, { details: { provider: slug }, detail });
  }
  if (failure.kind === "rate_limited") {
    const { retryAfterSeconds } = failure;
    return new AppError("RATE_LIMIT_EXCEEDED", `${name} asks to wait ${retryAfterSeconds} seconds. Nothing was stored; try again then.`, { details: { provider: slug, retryAfterSeconds }, detail });
  }
  const isAddress = failure.kind === "rejected" && failure.code === "address_refused";
  if (isAddress) return new AppError("INVALID_REQUEST", `The address of ${name} leads to a place that Patchbay does not connect to. Check what you entered.`, { details: { provider: slug }, detail });
  const message = `${name} gave no access token for this: ${reason(failure, option)}`;
  const secretField = option.fields.find((field) => field.secret)?.key;
  return new AppError("CREDENTIAL_REFUSED", message, { details: { provider: slug, ...(secretField === undefined ? {} : { fields: { [secretField]: message } }) }, detail });
}

/** RFC 6749 §5.2's codes, in words. */
function reason(failure: TokenFailure, option: Exchanged["option"]): string {
  const code = failure.kind === "rejected" ? failure.code : "invalid_grant";
  if (option.kind === "service_account" && code === "invalid_client") return "it does not know this key, or the ids beside it are not the key's. Compare both with what the vendor shows.";
  if (code === "invalid_client") return "the client id or its secret is wrong. Copy both again.";
  if (code === "invalid_grant") return "it was revoked, or it is not meant for this. Make a new one.";
  if (code === "invalid_scope") return "it may not use the permissions that are needed. Allow them at the vendor.";
  if (code === "unauthorized_client" || code === "unsupported_grant_type" || code === "access_denied") return "it is not allowed to sign in without a person. Allow this grant at the vendor.";
  return "it was refused. Check that it is copied whole and allowed to be used here.";
}
