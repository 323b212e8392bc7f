import { CodeChallengeMethod, generateCodeVerifier, generateState, OAuth2Client } from "arctic";
import type { OAuth2, TokenCall } from "@/server/catalog/connector";
import { Secret } from "@/server/lib/secret";

/** Our registration at a vendor, and how its token endpoint wants to be asked. */
export type OAuthClient = Pick<OAuth2, "clientAuthentication" | "tokenParams" | "tokenHeaders"> & {
  tokenUrl: string;
  clientId: string;
  clientSecret: Secret;
};

/** One request to a vendor, ready to send. It holds secrets in plain: build it on the line that sends it. */
export type OAuthRequest = { url: string; method: "GET" | "POST" | "DELETE"; headers: Record<string, string>; body: string | null };

/** 32 random bytes, base64url. */
export function newState(): string {
  return generateState();
}

/** 32 random bytes, base64url: RFC 7636's code verifier. */
export function newCodeVerifier(): Secret {
  return new Secret(generateCodeVerifier());
}

export type AuthorizationRequest = {
  option: Pick<OAuth2, "pkce" | "scopeSeparator" | "authorizeParams">;
  authorizeUrl: string;
  clientId: string;
  redirectUri: string;
  state: string;
  verifier: Secret;
  scopes: readonly string[];
};

/** Where the person's browser goes to consent (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export function buildAuthorizationUrl(request: AuthorizationRequest): URL {
  const { option, authorizeUrl, state, verifier } = request;
  const scopes = [...request.scopes];
  const client = new OAuth2Client(request.clientId, null, request.redirectUri);
  const url =
    option.pkce === "S256"
      ? client.createAuthorizationURLWithPKCE(authorizeUrl, state, CodeChallengeMethod.S256, verifier.reveal(), scopes)
      : client.createAuthorizationURL(authorizeUrl, state, scopes);
  if (scopes.length > 0) url.searchParams.set("scope", scopes.join(option.scopeSeparator));
  for (const [name, value] of Object.entries(option.authorizeParams ?? {})) {
    // A definition adds parameters; it cannot replace the ones that bind this flow.
    if (!boundParams.has(name)) url.searchParams.set(name, value);
  }
  return url;
}

const boundParams = new Set(["response_type", "client_id", "redirect_uri", "state", "scope", "code_challenge", "code_challenge_method"]);

/** RFC 6749 §4.1.3. `verifier` is null where the vendor has no PKCE. */
export function buildCodeRequest(client: OAuthClient, grant: { code: string; redirectUri: string; verifier: Secret | null }): OAuthRequest {
  return buildTokenRequest(client, {
    grant_type: "authorization_code",
    code: grant.code,
    redirect_uri: grant.redirectUri,
    ...(grant.verifier ? { code_verifier: grant.verifier.reveal() } : {}),
  });
}

/** RFC 6749 §6. Scopes are left out, which asks for those granted before. */
export function buildRefreshRequest(client: OAuthClient, refreshToken: Secret): OAuthRequest {
  return buildTokenRequest(client, { grant_type: "refresh_token", refresh_token: refreshToken.reveal() });
}

/** RFC 6749 §4.4.2. `tokenParams` may name another grant type, as Zoom's `account_credentials`. */
export function buildClientCredentialsRequest(client: OAuthClient, scope: string | undefined): OAuthRequest {
  return buildTokenRequest(client, { grant_type: "client_credentials", ...client.tokenParams, ...(scope ? { scope } : {}) });
}

/** A vendor's own exchange of one access token for another, as Meta's. `url` is filled; its parameters are not. */
export function buildExchangeRequest(client: OAuthClient, call: TokenCall, accessToken: Secret): OAuthRequest {
  const values: Record<string, string> = { access_token: accessToken.reveal(), client_id: client.clientId, client_secret: client.clientSecret.reveal() };
  const params = new URLSearchParams(Object.entries(call.params).map(([name, template]) => [name, template.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)]));
  if (call.method === "POST") return { url: call.url, method: "POST", headers: { ...baseHeaders, "content-type": formType }, body: params.toString() };
  return { url: `${call.url}${call.url.includes("?") ? "&" : "?"}${params.toString()}`, method: "GET", headers: { ...baseHeaders }, body: null };
}

/** RFC 7523 §2.1, where the signed assertion is the whole proof, or §2.2, where it proves the client of a client credentials grant. */
export function buildAssertionRequest(tokenUrl: string, grant: "jwt_bearer" | "client_assertion", assertion: Secret, params: Record<string, string> = {}): OAuthRequest {
  const proof: Record<string, string> =
    grant === "jwt_bearer"
      ? { grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: assertion.reveal() }
      : { grant_type: "client_credentials", client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", client_assertion: assertion.reveal() };
  return { url: tokenUrl, method: "POST", headers: { ...baseHeaders, "content-type": formType }, body: new URLSearchParams({ ...proof, ...params }).toString() };
}

export type RevokeStyle = NonNullable<OAuth2["revoke"]>["style"];

/** RFC 7009, or the vendor's own way. `{client_id}` of the address is filled. */
export function buildRevokeRequest(client: OAuthClient, revoke: { url: string; style: RevokeStyle }, token: Secret): OAuthRequest {
  const url = revoke.url.replaceAll("{client_id}", encodeURIComponent(client.clientId));
  const bearer = { ...baseHeaders, authorization: `Bearer ${token.reveal()}` };
  switch (revoke.style) {
    case "bearer_get":
      return { url, method: "GET", headers: bearer, body: null };
    case "bearer_post":
      return { url, method: "POST", headers: { ...bearer, "content-type": formType }, body: "" };
    case "github_grant":
      return {
        url,
        method: "DELETE",
        headers: { ...baseHeaders, "content-type": jsonType, authorization: basic(client) },
        body: JSON.stringify({ access_token: token.reveal() }),
      };
    case "rfc7009":
      // The definition's `tokenParams` belong to the token endpoint alone.
      return buildTokenRequest({ ...client, tokenUrl: url, tokenParams: {} }, { token: token.reveal() });
  }
}

const formType = "application/x-www-form-urlencoded";
const jsonType = "application/json";
const baseHeaders = { accept: jsonType, "user-agent": "Patchbay" };

function buildTokenRequest(client: OAuthClient, grant: Record<string, string>): OAuthRequest {
  const given = Object.fromEntries(Object.entries(client.tokenHeaders ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const headers: Record<string, string> = { ...baseHeaders, "content-type": formType, ...given };
  const params: Record<string, string> = { ...client.tokenParams, ...grant };
  if (client.clientAuthentication === "basic") headers["authorization"] = basic(client);
  else Object.assign(params, { client_id: client.clientId, ...withSecret(client) });
  // Notion's token endpoint takes JSON; its definition says so by the content type.
  const body = headers["content-type"] === jsonType ? JSON.stringify(params) : new URLSearchParams(params).toString();
  return { url: client.tokenUrl, method: "POST", headers, body };
}

/** RFC 6749 §2.3.1: a client without a secret leaves it out. SuccessFactors' proof is the assertion alone. */
function withSecret({ clientSecret }: OAuthClient): Record<string, string> {
  const secret = clientSecret.reveal();
  return secret === "" ? {} : { client_secret: secret };
}

/** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined. */
function basic(client: OAuthClient): string {
  const pair = `${formEncode(client.clientId)}:${formEncode(client.clientSecret.reveal())}`;
  return `Basic ${Buffer.from(pair, "utf8").toString("base64")}`;
}

function formEncode(value: string): string {
  return new URLSearchParams({ v: value }).toString().slice(2);
}
