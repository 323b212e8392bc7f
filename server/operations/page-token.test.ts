import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { connection } from "@/db/schema/connections";
import { completeOAuthFlow } from "@/server/connections/complete-oauth-flow";
import { startTestVendor, type TestVendor } from "@/server/connections/testing";
import { saveOAuthApp } from "@/server/oauth/save-oauth-app";
import { startOAuthFlow } from "@/server/oauth/start-oauth-flow";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { createTestContext } from "@/server/workspaces/testing";
import { runOperation } from "./run-operation";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: Awaited<ReturnType<typeof createTestContext>>;

beforeAll(async () => {
  vendor = await startTestVendor();
  ({ runtime, close } = await createTestRuntime({ overrides: { connectorEndpoints: { facebook: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  ctx = await createTestContext(runtime);
  vendor.requests.splice(0);
  await saveOAuthApp(ctx, { connector: "facebook", clientId: "app-1", clientSecret: "canary-app-secret" });
});
afterAll(async () => {
  await close();
  await vendor.close();
});

async function signIn() {
  const { state } = await startOAuthFlow(ctx, { connector: "facebook", inputs: { page_id: "1029" } });
  return completeOAuthFlow(runtime, { provider: "facebook", query: new URLSearchParams({ code: "canary-code", state }), browser: { sessionId: ctx.actor.sessionId, flowCookie: null }, ipAddress: null, userAgent: null });
}

const post = () => runOperation(ctx, { connector: "facebook", operation: "create_post", input: { message: "Hello" } }, { source: "operation" });
const posts = () => vendor.requests.filter(({ path }) => path.startsWith("/v26.0/1029/feed")).map(({ headers }) => headers.authorization);

function facebookAnswers({ managesPage }: { managesPage: boolean }) {
  vendor.answer(({ path }) => {
    const url = new URL(`http://vendor${path}`);
    if (url.pathname.endsWith("/oauth/access_token")) return { body: url.searchParams.has("fb_exchange_token") ? { access_token: "canary-long", expires_in: 5_183_944 } : { access_token: "canary-short", expires_in: 3_600 } };
    if (url.pathname === "/v26.0/1029/feed") return { body: { id: "1029_1" } };
    if (url.searchParams.get("fields") === "access_token") return { body: managesPage ? { access_token: "canary-page", id: "1029" } : { id: "1029" } };
    return { body: { id: "1029", name: "Acme" } };
  });
}

it("posts with the Page's own token, which is fetched once", async () => {
  facebookAnswers({ managesPage: true });
  expect(await signIn()).toMatchObject({ status: "connected", message: expect.stringContaining("Acme") });
  expect((await post()).data).toEqual({ id: "1029_1" });
  await post();
  expect(posts()).toEqual(["Bearer canary-page", "Bearer canary-page"]);
  expect(vendor.requests.filter(({ path }) => path.includes("fields=access_token"))).toHaveLength(1);
  const [row] = await ctx.db.select().from(connection).where(eq(connection.workspaceId, ctx.workspace.id));
  expect(row?.tokenExpiresAt).toBeNull();
});

it("says so when the person does not manage the Page", async () => {
  facebookAnswers({ managesPage: false });
  await signIn();
  await post();
  const [row] = await ctx.db.select().from(connection).where(eq(connection.workspaceId, ctx.workspace.id));
  expect(row?.lastError).toContain("page_not_managed");
  expect(posts()).toEqual(["Bearer canary-long"]);
});
