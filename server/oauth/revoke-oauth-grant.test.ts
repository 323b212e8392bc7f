import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Connector, OAuth2 } from "@/server/catalog/connector";
import { startTestServer } from "@/server/lib/http/start-test-server";
import { newId } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { callbackUrl } from "@/server/catalog/callback-url";
import { requireOAuthOption } from "./oauth-option";
import { buildAuthorizationUrl, buildCodeRequest, buildRefreshRequest, newCodeVerifier } from "./protocol";
import { requestToken } from "./request-token";
import { resolveOAuthClient } from "./resolve-oauth-client";
import { revokeOAuthGrant } from "./revoke-oauth-grant";
import { signInAtVendor, startTestVendor, testClient, testConnector, type TestVendor } from "./testing-vendor";
import { writeOAuthApp } from "./write-oauth-app";

const slug = "testvendor";
const redirectUri = callbackUrl("http://localhost:3000", slug);
let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let workspaceId: string;
beforeAll(async () => {
  vendor = await startTestVendor([redirectUri], "post");
  ({ runtime, close } = await createTestRuntime({
    env: { TESTVENDOR_CLIENT_ID: testClient.id, TESTVENDOR_CLIENT_SECRET: testClient.secret },
    overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } },
  }));
  workspaceId = (await createTestContext(runtime)).workspace.id;
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const owner = (connector: Connector, oauthAppId: string | null = null) => ({ workspaceId, connector, option: requireOAuthOption(connector), oauthAppId, facts: {} });
const connector = (changes: Partial<OAuth2> = {}) => testConnector(slug, vendor.origin, { clientAuthentication: "post", ...changes });

async function grant() {
  const resolved = await resolveOAuthClient(runtime, owner(connector()));
  if (!resolved) throw new Error("no client");
  const verifier = newCodeVerifier();
  const option = requireOAuthOption(connector());
  const url = buildAuthorizationUrl({ option, authorizeUrl: resolved.urls.authorizeUrl, clientId: testClient.id, redirectUri, state: "s", verifier, scopes: ["openid", "offline_access"] });
  const code = (await signInAtVendor(url.href, redirectUri)).searchParams.get("code") ?? "";
  const result = await requestToken(runtime.egress, buildCodeRequest(resolved.client, { code, redirectUri, verifier }), resolved.reading);
  if (result.kind !== "ok" || !result.tokens.refreshToken) throw new Error("not granted");
  return { resolved, accessToken: result.tokens.accessToken, refreshToken: result.tokens.refreshToken };
}

describe("revokeOAuthGrant", () => {
  it("ends the grant, so that its refresh token is worth nothing", async () => {
    const { resolved, accessToken, refreshToken } = await grant();
    expect(await revokeOAuthGrant(runtime, owner(connector()), { accessToken, refreshToken })).toEqual({ kind: "ok" });
    expect(await requestToken(runtime.egress, buildRefreshRequest(resolved.client, refreshToken), resolved.reading)).toMatchObject({ kind: "reauthorize" });
  });

  it("says when there is no way: no address, no token, no OAuth app", async () => {
    const tokens = { accessToken: new Secret("a"), refreshToken: undefined };
    const { revoke: _revoke, ...without } = requireOAuthOption(connector());
    expect(await revokeOAuthGrant(runtime, { ...owner(connector()), option: without }, tokens)).toEqual({ kind: "unsupported" });
    expect(await revokeOAuthGrant(runtime, owner(connector()), { accessToken: undefined, refreshToken: undefined })).toEqual({ kind: "unsupported" });
    expect(await revokeOAuthGrant(runtime, owner(connector(), newId("oauthApp")), tokens)).toEqual({ kind: "unsupported" });
  });

  it("says when the vendor refuses the client", async () => {
    const { accessToken, refreshToken } = await grant();
    const values = { workspaceId, slug, clientId: testClient.id, clientSecret: new Secret("not-the-secret"), createdBy: "tests" };
    const { id } = await runtime.database.db.transaction((tx) => writeOAuthApp(tx, runtime.vault, values));
    expect(await revokeOAuthGrant(runtime, owner(connector(), id), { accessToken, refreshToken })).toMatchObject({ kind: "rejected", code: "http_401" });
  });
});

describe("requestToken", () => {
  const reading = { accessTtlSeconds: null };
  const request = (url: string) => buildRefreshRequest({ tokenUrl: url, clientId: "c", clientSecret: new Secret("s"), clientAuthentication: "post" }, new Secret("r"));

  it("takes a vendor that cannot be reached for one that is down", async () => {
    const gone = await startTestServer(() => undefined);
    await gone.close();
    expect(await requestToken(runtime.egress, request(`${gone.origin}/token`), reading)).toMatchObject({ kind: "vendor_down", detail: expect.stringContaining("ECONNREFUSED") });
  });

  it("sends nothing to an address that the rules refuse", async () => {
    expect(await requestToken(runtime.egress, request("http://169.254.169.254/token"), reading)).toMatchObject({ kind: "rejected", code: "address_refused" });
  });

  it("follows no redirect and reads no endless answer", async () => {
    const server = await startTestServer((given, response) => {
      if (given.url === "/redirect") response.writeHead(307, { location: "/token" }).end();
      else response.end(`{"access_token":"${"x".repeat(400_000)}"}`);
    });
    expect(await requestToken(runtime.egress, request(`${server.origin}/redirect`), reading)).toMatchObject({ kind: "rejected", code: "unexpected_redirect" });
    expect(await requestToken(runtime.egress, request(`${server.origin}/token`), reading)).toMatchObject({ kind: "vendor_down" });
    await server.close();
  });

  it("ends when its caller does", async () => {
    const server = await startTestServer(() => undefined);
    await expect(requestToken(runtime.egress, request(`${server.origin}/token`), reading, AbortSignal.timeout(50))).rejects.toMatchObject({ name: "TimeoutError" });
    await server.close();
  });
});
