import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Secret } from "@/server/lib/secret";
import {
  buildAssertionRequest,
  buildAuthorizationUrl,
  buildClientCredentialsRequest,
  buildCodeRequest,
  buildExchangeRequest,
  buildRefreshRequest,
  buildRevokeRequest,
  newCodeVerifier,
  newState,
  type OAuthClient,
} from "./protocol";

const client: OAuthClient = {
  tokenUrl: "https://vendor.example.com/token",
  clientId: "id:one",
  clientSecret: new Secret("a b+c%"),
  clientAuthentication: "post",
};
const fields = (body: string | null) => Object.fromEntries(new URLSearchParams(body ?? ""));

describe("buildAuthorizationUrl", () => {
  const request = {
    authorizeUrl: "https://vendor.example.com/authorize?tenant=acme",
    clientId: "client",
    redirectUri: "https://patchbay.test/api/oauth2/callback/vendor",
    state: "the-state",
    verifier: new Secret("a".repeat(43)),
    scopes: ["read", "write:all"],
  };

  it("carries the flow, PKCE and the definition's own parameters, and keeps the address' query", () => {
    const url = buildAuthorizationUrl({ ...request, option: { pkce: "S256", scopeSeparator: " ", authorizeParams: { prompt: "consent" } } });
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tenant: "acme",
      response_type: "code",
      client_id: "client",
      redirect_uri: request.redirectUri,
      state: "the-state",
      scope: "read write:all",
      code_challenge_method: "S256",
      code_challenge: createHash("sha256").update("a".repeat(43)).digest("base64url"),
      prompt: "consent",
    });
  });

  it("joins scopes the vendor's way and leaves PKCE out where there is none", () => {
    const url = buildAuthorizationUrl({ ...request, option: { pkce: "none", scopeSeparator: "," } });
    expect(url.searchParams.get("scope")).toBe("read,write:all");
    expect(url.searchParams.has("code_challenge")).toBe(false);
  });

  it("lets no definition replace what binds the flow", () => {
    const authorizeParams = { state: "fixed", redirect_uri: "https://elsewhere.test", client_id: "x", response_type: "token", code_challenge: "x", scope: "all" };
    const url = buildAuthorizationUrl({ ...request, option: { pkce: "S256", scopeSeparator: " ", authorizeParams } });
    expect(url.searchParams.get("state")).toBe("the-state");
    expect(url.searchParams.get("redirect_uri")).toBe(request.redirectUri);
    expect(url.searchParams.get("response_type")).toBe("code");
    expect(url.searchParams.get("scope")).toBe("read write:all");
  });
});

describe("token requests", () => {
  it("post the client's id and secret with the code", () => {
    const sent = buildCodeRequest(client, { code: "c", redirectUri: "https://p.test/cb", verifier: new Secret("v") });
    expect(sent).toMatchObject({ url: client.tokenUrl, method: "POST", headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" } });
    expect(sent.headers).not.toHaveProperty("authorization");
    expect(fields(sent.body)).toEqual({ grant_type: "authorization_code", code: "c", redirect_uri: "https://p.test/cb", code_verifier: "v", client_id: "id:one", client_secret: "a b+c%" });
  });

  it("form-encode id and secret for Basic, and keep them out of the body", () => {
    const sent = buildRefreshRequest({ ...client, clientAuthentication: "basic" }, new Secret("r"));
    expect(Buffer.from(sent.headers["authorization"]?.slice("Basic ".length) ?? "", "base64").toString()).toBe("id%3Aone:a+b%2Bc%25");
    expect(fields(sent.body)).toEqual({ grant_type: "refresh_token", refresh_token: "r" });
  });

  it("go out as JSON where the definition's content type says so", () => {
    const sent = buildRefreshRequest({ ...client, clientAuthentication: "basic", tokenHeaders: { "Content-Type": "application/json", "Notion-Version": "2022-06-28" } }, new Secret("r"));
    expect(sent.headers).toMatchObject({ "content-type": "application/json", "notion-version": "2022-06-28" });
    expect(JSON.parse(sent.body ?? "")).toEqual({ grant_type: "refresh_token", refresh_token: "r" });
  });

  it("add the definition's parameters, which cannot replace the grant", () => {
    const sent = buildCodeRequest({ ...client, tokenParams: { expiring: "1", code: "other" } }, { code: "c", redirectUri: "https://p.test/cb", verifier: null });
    expect(fields(sent.body)).toMatchObject({ expiring: "1", code: "c" });
    expect(fields(sent.body)).not.toHaveProperty("code_verifier");
  });

  it("ask with the client's own credentials, under the vendor's name for it", () => {
    expect(fields(buildClientCredentialsRequest(client, "read").body)).toMatchObject({ grant_type: "client_credentials", scope: "read" });
    const zoom = { ...client, tokenParams: { grant_type: "account_credentials", account_id: "7" } };
    expect(fields(buildClientCredentialsRequest(zoom, undefined).body)).toMatchObject({ grant_type: "account_credentials", account_id: "7" });
  });

  it("carry an assertion and no client for a service account", () => {
    expect(fields(buildAssertionRequest("https://v.test/token", "jwt_bearer", new Secret("jwt")).body)).toEqual({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion: "jwt" });
  });

  it("carry an assertion in place of the client's secret", () => {
    expect(fields(buildAssertionRequest("https://v.test/token", "client_assertion", new Secret("jwt"), { scope: "a b" }).body)).toEqual({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: "jwt",
      scope: "a b",
    });
  });
});

describe("buildExchangeRequest", () => {
  const call = { url: "https://graph.v.test/token", params: { grant_type: "fb_exchange_token", client_secret: "{client_secret}", token: "{access_token}" } };
  it("puts the parameters where the method has them", () => {
    const get = buildExchangeRequest(client, { ...call, method: "GET" }, new Secret("short&token"));
    expect(Object.fromEntries(new URL(get.url).searchParams)).toEqual({ grant_type: "fb_exchange_token", client_secret: client.clientSecret.reveal(), token: "short&token" });
    expect(get.body).toBeNull();
    const post = buildExchangeRequest(client, { ...call, method: "POST" }, new Secret("short&token"));
    expect(post.url).toBe("https://graph.v.test/token");
    expect(fields(post.body)).toMatchObject({ token: "short&token" });
  });
});

describe("buildRevokeRequest", () => {
  const revoke = (style: "rfc7009" | "bearer_get" | "bearer_post" | "github_grant", url = "https://v.test/revoke") => buildRevokeRequest(client, { url, style }, new Secret("tok"));

  it("speaks RFC 7009 without the token endpoint's parameters", () => {
    const sent = buildRevokeRequest({ ...client, tokenParams: { expiring: "1" } }, { url: "https://v.test/revoke", style: "rfc7009" }, new Secret("tok"));
    expect([sent.url, fields(sent.body)]).toEqual(["https://v.test/revoke", { token: "tok", client_id: "id:one", client_secret: "a b+c%" }]);
  });

  it("sends the token as its own proof", () => {
    expect(revoke("bearer_get")).toMatchObject({ method: "GET", body: null, headers: { authorization: "Bearer tok" } });
    expect(revoke("bearer_post")).toMatchObject({ method: "POST", headers: { authorization: "Bearer tok" } });
  });

  it("deletes a GitHub grant under the client's id", () => {
    const sent = revoke("github_grant", "https://api.v.test/applications/{client_id}/grant");
    expect(sent).toMatchObject({ method: "DELETE", url: "https://api.v.test/applications/id%3Aone/grant", body: '{"access_token":"tok"}' });
    expect(sent.headers["authorization"]).toMatch(/^Basic /);
  });
});

it("makes states and verifiers of 32 random bytes", () => {
  expect(newState()).toMatch(/^[\w-]{43}$/);
  expect(newState()).not.toBe(newState());
  expect(newCodeVerifier().reveal()).toMatch(/^[\w-]{43}$/);
});
