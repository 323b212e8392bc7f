import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { oauthApp } from "@/db/schema/connections";
import { connectors } from "@/server/catalog/registry";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { getConnectorView } from "./get-connector-view";
import { listConnectorViews } from "./list-connector-views";
import { listConnectors } from "./list-connectors";
import { storeTestConnection } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime({ env: { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "secret", PATCHBAY_SANDBOX: "1" }, overrides: { connectorEndpoints: { stripe: { apiBaseUrl: "http://127.0.0.1:4001" } } } }));
  ctx = await createTestContext(runtime);
});
afterAll(() => close());

describe("the catalog", () => {
  it("lists every connector, the connected ones first and the rest by popularity", async () => {
    await storeTestConnection(ctx, { slug: "twilio", kind: "basic", credential: { username: "AC1", password: "p" } });
    const listed = await listConnectors(ctx);
    expect(listed.map(({ id }) => id)).toEqual(["twilio", ...connectors.map(({ slug }) => slug).filter((slug) => slug !== "twilio")]);
    expect(listed[0]).toMatchObject({ connected: true, connectionCount: 1 });
    expect((await listConnectorViews(ctx)).map(({ id }) => id).toSorted()).toEqual(connectors.map(({ slug }) => slug).toSorted());
  });

  it("marks what is emulated in the demo", async () => {
    const listed = await listConnectors(ctx);
    expect(listed.filter(({ isSandbox }) => isSandbox).map(({ id }) => id)).toEqual(["stripe"]);
  });

  it("knows from the environment and from the workspace's own apps where one can sign in", async () => {
    const isReady = async (who: WorkspaceContext, connector: string) => (await getConnectorView(who, { connector })).auth.find(({ kind }) => kind === "oauth2")?.isReady;
    const other = await createTestContext(runtime);
    expect([await isReady(ctx, "github"), await isReady(ctx, "slack")]).toEqual([true, false]);
    await ctx.db.insert(oauthApp).values({ id: newId("oauthApp"), workspaceId: ctx.workspace.id, connector: "slack", clientId: "id", clientSecretSealed: "sealed", keyVersion: 1, createdBy: ctx.actor.id });
    expect([await isReady(ctx, "slack"), await isReady(other, "slack")]).toEqual([true, false]);
    await ctx.db.insert(oauthApp).values({ id: newId("oauthApp"), workspaceId: null, connector: "slack", clientId: "id", clientSecretSealed: "sealed", keyVersion: 1, createdBy: ctx.actor.id });
    expect(await isReady(other, "slack")).toBe(true);
  });

  it("does not know other connectors", async () => {
    await expect(getConnectorView(ctx, { connector: "../etc/passwd" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getConnectorView(ctx, { connector: "constructor" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
