import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connection, connectionEvent, credential } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { deleteConnection } from "./delete-connection";
import { openCredential } from "./open-credential";
import { startTestVendor, storeTestConnection, type TestVendor } from "./testing";

let vendor: TestVendor;
let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  vendor = await startTestVendor();
  const github = { apiBaseUrl: vendor.origin, revokeUrl: `${vendor.origin}/applications/{client_id}/grant` };
  ({ runtime, close } = await createTestRuntime({ env: { GITHUB_CLIENT_ID: "client-id", GITHUB_CLIENT_SECRET: "client-secret" }, overrides: { connectorEndpoints: { github, stripe: { apiBaseUrl: vendor.origin } } } }));
});
beforeEach(async () => {
  vendor.requests.splice(0);
  vendor.answer(() => ({ status: 204, body: "" }));
  ctx = await createTestContext(runtime);
});
afterAll(async () => {
  await close();
  await vendor.close();
});

const github = (account: string, more: Parameters<typeof storeTestConnection>[1] = {}) => storeTestConnection(ctx, { slug: "github", kind: "oauth2", credential: { access_token: "gho_canary" }, account, ...more });

async function leftOf(id: string) {
  return {
    connection: await ctx.db.select().from(connection).where(eq(connection.id, id)),
    credential: await ctx.db.select().from(credential).where(eq(credential.connectionId, id)),
    events: await ctx.db.select().from(connectionEvent).where(eq(connectionEvent.connectionId, id)),
  };
}
const nothing = { connection: [], credential: [], events: [] };

describe("disconnecting", () => {
  it("ends the access at the vendor and destroys what was sealed, here and in memory", async () => {
    const row = await github("one");
    await openCredential(runtime, row);
    expect(await deleteConnection(ctx, { connectionId: row.id })).toEqual({ revoked: true, note: null });
    expect(vendor.requests).toMatchObject([{ method: "DELETE", body: JSON.stringify({ access_token: "gho_canary" }) }]);
    expect(await leftOf(row.id)).toEqual(nothing);
    await expect(async () => openCredential(runtime, row)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const audit = await ctx.db.select().from(auditEntry).where(eq(auditEntry.target, row.id));
    expect(audit.at(-1)).toMatchObject({ action: "connection.delete", data: { connector: "github", revoked: true } });
    expect(JSON.stringify(audit)).not.toContain("canary");
  });

  it.each([
    ["does not confirm", { status: 500 }],
    ["refuses", { status: 403 }],
  ])("is done although the vendor %s, and says what is left to do", async (_what, answer) => {
    vendor.answer(() => answer);
    const row = await github(`unconfirmed-${answer.status}`);
    expect(await deleteConnection(ctx, { connectionId: row.id })).toEqual({ revoked: false, note: expect.stringContaining("GitHub did not confirm") });
    expect(await leftOf(row.id)).toEqual(nothing);
  });

  it("is done although the vendor never answers", async () => {
    vendor.answer(() => new Promise(() => undefined));
    const row = await github("silent");
    expect(await deleteConnection(ctx, { connectionId: row.id })).toMatchObject({ revoked: false });
    expect(await leftOf(row.id)).toEqual(nothing);
  }, 20_000);

  it("leaves an access alone that another connection uses, in whatever workspace", async () => {
    const mine = await github("shared");
    const elsewhere = await createTestContext(runtime);
    const theirs = await storeTestConnection(elsewhere, { slug: "github", kind: "oauth2", credential: { access_token: "gho_theirs" }, account: "shared" });
    expect(await deleteConnection(ctx, { connectionId: mine.id })).toEqual({ revoked: false, note: expect.stringContaining("was kept") });
    expect(vendor.requests).toEqual([]);
    expect(await deleteConnection(elsewhere, { connectionId: theirs.id })).toMatchObject({ revoked: true });
  });

  it("tells that a pasted key goes on working at the vendor", async () => {
    const row = await storeTestConnection(ctx);
    expect(await deleteConnection(ctx, { connectionId: row.id })).toEqual({ revoked: false, note: expect.stringContaining("still works at Stripe") });
    expect(vendor.requests).toEqual([]);
  });

  it("works for a credential that no longer opens", async () => {
    const row = await github("unreadable");
    await ctx.db.update(credential).set({ sealed: "v9.broken" }).where(eq(credential.connectionId, row.id));
    expect(await deleteConnection(ctx, { connectionId: row.id })).toMatchObject({ revoked: false });
    expect(await leftOf(row.id)).toEqual(nothing);
  });

  it("twice at once is done once, and the other is told that there is nothing", async () => {
    const row = await storeTestConnection(ctx);
    const results = await Promise.allSettled([deleteConnection(ctx, { connectionId: row.id }), deleteConnection(ctx, { connectionId: row.id })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "NOT_FOUND" } });
  });
});
