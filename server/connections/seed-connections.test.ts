import { afterAll, beforeAll, expect, it } from "vitest";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { callableConnection } from "./callable-connection";
import { listConnections } from "./list-connections";
import { seedConnections } from "./seed-connections";
import { answerAsStripe, startTestVendor, type TestVendor } from "./testing";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
let variables: Record<string, string> = {};

beforeAll(async () => {
  vendor = await startTestVendor();
  answerAsStripe(vendor, { sk_test_first: "Acme", sk_test_second: "Acme" });
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { stripe: { apiBaseUrl: vendor.origin }, auth0: { apiBaseUrl: vendor.origin } }, read: (name) => variables[name] } }));
  ctx = await createTestContext(runtime);
  Object.assign(runtime.env.bootstrap, { workspaceSlug: ctx.workspace.slug });
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const stored = async () => (await listConnections(ctx, { limit: 10 })).connections;

it("connects nothing without variables, and nothing that the vendor refuses", async () => {
  await seedConnections(runtime);
  variables = { STRIPE_API_KEY: "sk_test_wrong" };
  await seedConnections(runtime);
  expect(await stored()).toEqual([]);
});

it("connects what is named, once, whatever the number of starts", async () => {
  variables = { STRIPE_API_KEY: "sk_test_first", TWILIO_ACCOUNT_SID: "AC0" };
  await seedConnections(runtime);
  await seedConnections(runtime);
  expect(await stored()).toMatchObject([{ mcpId: "stripe", account: { label: "Acme" }, visibility: "workspace" }]);
});

it("takes a changed value into the same connection", async () => {
  const [before] = await stored();
  variables = { STRIPE_API_KEY: "sk_test_second" };
  await seedConnections(runtime);
  const after = await stored();
  expect(after.map(({ id }) => id)).toEqual([before?.id]);
  const { credential } = await callableConnection(ctx, before?.id ?? "");
  expect(credential["api_key"]?.reveal()).toBe("sk_test_second");
});

it("connects an app that signs in as itself, with the input that its addresses need", async () => {
  vendor.answer(({ path, headers }) => {
    if (path === "/oauth/token") return { body: { access_token: "canary-token", expires_in: 86_400 } };
    return headers.authorization === "Bearer canary-token" ? { body: { friendly_name: "Acme tenant" } } : { status: 401 };
  });
  variables = { AUTH0_DOMAIN: "acme.eu.auth0.com", AUTH0_CLIENT_ID: "AbCdEfGhIjKl", AUTH0_CLIENT_SECRET: "canary-secret" };
  await seedConnections(runtime);
  const asked = vendor.requests.length;
  await seedConnections(runtime);
  expect(vendor.requests.length).toBe(asked);
  expect(await stored()).toContainEqual(expect.objectContaining({ mcpId: "auth0", account: expect.objectContaining({ label: "Acme tenant" }) as unknown }));
});
