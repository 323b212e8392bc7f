import { afterAll, beforeAll, expect, it } from "vitest";
import { oauthApp } from "@/db/schema/connections";
import { completeOAuthFlow } from "@/server/connections/complete-oauth-flow";
import { deleteConnection } from "@/server/connections/delete-connection";
import { listConnections } from "@/server/connections/list-connections";
import { refreshConnection } from "@/server/health/refresh-connection";
import { newId } from "@/server/lib/ids";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import { signInAtVendor, startTestVendor, testClient, type TestVendor } from "@/server/oauth/testing-vendor";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { createCustomConnector } from "./create-custom-connector";
import { deleteCustomConnector } from "./delete-custom-connector";
import { testDraft } from "./testing";

const slug = "custom-acme";
const callback = `http://localhost:3000/api/oauth2/callback/${slug}`;
const draft = testDraft({
  name: "Acme",
  auth: {
    kind: "oauth2",
    authorizeUrl: "https://vendor.example.com/auth",
    tokenUrl: "https://vendor.example.com/token",
    revokeUrl: "https://vendor.example.com/token/revocation",
    clientAuthentication: "basic",
    authorizeParams: { prompt: "consent" },
    scopes: [
      { value: "openid", meaning: "Know who you are", isRequired: true },
      { value: "email", meaning: "See your email address" },
      { value: "offline_access", meaning: "Stay connected" },
    ],
  },
  api: { baseUrl: "https://vendor.example.com" },
  verify: { path: "/me", account: { id: ["sub"], label: ["email"] } },
});

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => {
  vendor = await startTestVendor([callback]);
  // The operator's variables are for the catalog alone: any workspace could take this name.
  ({ runtime, close } = await createTestRuntime({ env: { CUSTOM_ACME_CLIENT_ID: "operator", CUSTOM_ACME_CLIENT_SECRET: "operator-secret" }, overrides: { connectorEndpoints: { [slug]: { apiBaseUrl: vendor.origin } } } }));
});
afterAll(async () => {
  await close();
  await vendor.close();
});

it("signs in at a certified authorization server, refreshes, revokes, and takes no secret of the operator's", async () => {
  const ctx = await createTestContext(runtime);
  await createCustomConnector(ctx, { draft });
  await expect(startOAuthFlow(ctx, { connector: slug, inputs: {} })).rejects.toMatchObject({ code: "CONFLICT", details: { reason: "oauth_app_missing" } });
  await saveOAuthApp(ctx, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
  // One for the instance, however it got there, is of another workspace's token address.
  await ctx.db.insert(oauthApp).values({ id: newId("oauthApp"), workspaceId: null, connector: slug, clientId: "instance", clientSecretSealed: "x", keyVersion: 1, createdBy: "tests" });
  const other = await createTestContext(runtime);
  await createCustomConnector(other, { draft });
  await expect(startOAuthFlow(other, { connector: slug, inputs: {} })).rejects.toMatchObject({ details: { reason: "oauth_app_missing" } });
  const flow = await startOAuthFlow(ctx, { connector: slug, inputs: {} });
  const { searchParams } = await signInAtVendor(flow.authorizationUrl, callback);
  const outcome = await completeOAuthFlow(runtime, { provider: slug, query: searchParams, browser: { sessionId: ctx.actor.sessionId, flowCookie: null }, ipAddress: null, userAgent: null });
  expect(outcome).toMatchObject({ status: "connected", connectorName: "Acme", message: "Acme is connected as ada@vendor.test." });
  const [made] = (await listConnections(ctx, { limit: 5 })).connections;
  expect(await refreshConnection(ctx, { connectionId: made?.id ?? "" })).toMatchObject({ health: "healthy" });
  expect(vendor.tokenCalls.map(({ grantType, status }) => [grantType, status])).toEqual([["authorization_code", 200], ["refresh_token", 200]]);
  expect(await deleteConnection(ctx, { connectionId: made?.id ?? "" })).toMatchObject({ revoked: true });
});

it("does not finish a sign-in whose connector was deleted meanwhile", async () => {
  const ctx = await createTestContext(runtime);
  await createCustomConnector(ctx, { draft });
  await saveOAuthApp(ctx, { connector: slug, clientId: testClient.id, clientSecret: testClient.secret });
  const flow = await startOAuthFlow(ctx, { connector: slug, inputs: {} });
  const { searchParams } = await signInAtVendor(flow.authorizationUrl, callback);
  const before = vendor.tokenCalls.length;
  await deleteCustomConnector(ctx, { slug });
  const outcome = await completeOAuthFlow(runtime, { provider: slug, query: searchParams, browser: { sessionId: ctx.actor.sessionId, flowCookie: null }, ipAddress: null, userAgent: null });
  expect(outcome.status).toBe("failed");
  expect(vendor.tokenCalls.length).toBe(before);
});
