import type { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { buildRevokeRequest } from "./protocol";
import { sendOAuthRequest } from "./request-token";
import { type OAuthOwner, resolveOAuthClient } from "./resolve-oauth-client";
import type { TokenFailure } from "./token-result";

/** `unsupported`: the vendor has no way to do it, or the OAuth app or token that it takes is gone. */
export type Revocation = { kind: "ok" } | { kind: "unsupported" } | TokenFailure;

/** Ends a grant at the vendor, so that the tokens we drop are worth nothing to anyone. */
export async function revokeOAuthGrant(
  runtime: Runtime,
  owner: OAuthOwner,
  tokens: { accessToken: Secret | undefined; refreshToken: Secret | undefined },
  signal?: AbortSignal,
): Promise<Revocation> {
  const { revoke } = owner.option;
  const resolved = revoke ? await resolveOAuthClient(runtime, owner) : null;
  const token = revoke?.token === "refresh_token" ? (tokens.refreshToken ?? tokens.accessToken) : tokens.accessToken;
  if (!revoke || !resolved || resolved.urls.revokeUrl === undefined || !token) return { kind: "unsupported" };
  const request = buildRevokeRequest(resolved.client, { url: resolved.urls.revokeUrl, style: revoke.style }, token);
  const answer = await sendOAuthRequest(runtime.egress, request, signal);
  if ("kind" in answer) return answer;
  const detail = `HTTP ${answer.status}`;
  if (answer.status < 300) return { kind: "ok" };
  // A token that the vendor no longer knows is revoked already.
  if (revoke.style !== "rfc7009" && [401, 404, 422].includes(answer.status)) return { kind: "ok" };
  return answer.status >= 500 || answer.status === 429 ? { kind: "vendor_down", detail } : { kind: "rejected", code: `http_${answer.status}`, detail };
}
