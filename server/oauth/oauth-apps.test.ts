import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection, oauthApp } from "@/db/schema/connections";
import { auditEntry } from "@/db/schema/workspaces";
import { getConnector } from "@/server/catalog/registry";
import { newId } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { deleteOAuthApp } from "./delete-oauth-app";
import { findOAuthApp, findOAuthAppById } from "./find-oauth-app";
import { listOAuthApps } from "./list-oauth-apps";
import { requireOAuthOption } from "./oauth-option";
import { oauthVariables } from "./oauth-variables";
import { saveOAuthApp } from "./save-oauth-app";
import { writeOAuthApp } from "./write-oauth-app";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;
beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime({
    env: { GOOGLE_CLIENT_ID: "google-family-id", GOOGLE_CLIENT_SECRET: "google-family-secret", LINEAR_CLIENT_ID: "linear-env-id", LINEAR_CLIENT_SECRET: "linear-env-secret", HUBSPOT_CLIENT_ID: "half" },
  }));
  ctx = await createTestContext(runtime);
});
afterAll(() => close());

const secret = "the-client-secret-0123456789";
const find = (slug: string, owner = ctx) => findOAuthApp(runtime, { workspaceId: owner.workspace.id, slug, option: requireOAuthOption(getConnector(slug)) });

async function addConnection(owner: WorkspaceContext, facts: { name: string; oauthAppId: string | null; visibility?: "private"; createdBy?: string }): Promise<string> {
  const id = newId("connection");
  await runtime.database.db.insert(connection).values({
    id,
    workspaceId: owner.workspace.id,
    connector: "github",
    authKind: "oauth2",
    status: "active",
    health: "healthy",
    visibility: "workspace",
    scopes: [],
    createdBy: owner.actor.id,
    consentGivenAt: new Date(),
    ...facts,
  });
  return id;
}

describe("which registration counts", () => {
  it("is the workspace's, then the instance's, then the connector's variables, then the family's", async () => {
    expect(await find("google-workspace")).toMatchObject({ id: null, source: "env", clientId: "google-family-id" });
    expect(await find("linear")).toMatchObject({ source: "env", clientId: "linear-env-id" });
    await runtime.database.db.transaction((tx) => writeOAuthApp(tx, runtime.vault, { workspaceId: null, slug: "linear", clientId: "instance-id", clientSecret: new Secret("instance-secret"), createdBy: "operator" }));
    const shared = await find("linear");
    expect([shared?.source, shared?.clientId, shared?.clientSecret.reveal()]).toEqual(["instance", "instance-id", "instance-secret"]);
    await saveOAuthApp(ctx, { connector: "linear", clientId: "own-id", clientSecret: secret });
    const own = await find("linear");
    expect([own?.source, own?.clientId, own?.clientSecret.reveal()]).toEqual(["workspace", "own-id", secret]);
    expect((await find("linear", await createTestContext(runtime)))?.clientId).toBe("instance-id");
  });

  it("is none when there is only half of one", async () => {
    expect(await find("hubspot")).toBeNull();
  });

  it("of a connection stays the one that it was made with", async () => {
    const option = requireOAuthOption(getConnector("linear"));
    const byId = (id: string | null, owner = ctx) => findOAuthAppById(runtime, { workspaceId: owner.workspace.id, slug: "linear", option, id });
    expect((await byId(null))?.clientId).toBe("linear-env-id");
    const own = await find("linear");
    expect((await byId(own?.id ?? ""))?.clientId).toBe("own-id");
    expect(await byId(own?.id ?? "", await createTestContext(runtime))).toBeNull();
    expect(await byId(newId("oauthApp"))).toBeNull();
  });

  it("is named after the slug, an older name, or the family", () => {
    expect(oauthVariables("microsoft-365", { family: "MICROSOFT" }).map(({ clientId }) => clientId)).toEqual(["MICROSOFT_365_CLIENT_ID", "MICROSOFT_CLIENT_ID"]);
    expect(oauthVariables("stripe", {})[1]).toEqual({ clientId: "STRIPE_CONNECT_CLIENT_ID", clientSecret: "STRIPE_SECRET_KEY" });
  });
});

describe("saveOAuthApp", () => {
  it("seals the secret, keeps the id when replaced, and writes it down without the secret", async () => {
    const first = await saveOAuthApp(ctx, { connector: "slack", clientId: "1234567890.111", clientSecret: secret });
    await addConnection(ctx, { name: "Slack", oauthAppId: first.id });
    const second = await saveOAuthApp(ctx, { connector: "slack", clientId: "9876543210.222", clientSecret: `${secret}-2` });
    expect(second).toEqual({ id: first.id, connector: "slack", clientIdMasked: "987654….222", staleConnections: 1 });
    expect((await find("slack"))?.clientSecret.reveal()).toBe(`${secret}-2`);
    const rows = await runtime.database.db.select().from(oauthApp).where(eq(oauthApp.workspaceId, ctx.workspace.id));
    const entries = await runtime.database.db.select().from(auditEntry).where(and(eq(auditEntry.workspaceId, ctx.workspace.id), eq(auditEntry.target, first.id)));
    expect(entries.map(({ action }) => action)).toEqual(["oauth_app.save", "oauth_app.save"]);
    expect(JSON.stringify([rows, entries])).not.toContain(secret);
  });

  it("is for admins, and for connectors with OAuth", async () => {
    for (const role of ["member", "viewer"] as const) {
      const other = await createTestContext(runtime, { role, joining: ctx });
      await expect(saveOAuthApp(other, { connector: "slack", clientId: "x", clientSecret: "y" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listOAuthApps(other)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(deleteOAuthApp(other, { connector: "slack", force: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(saveOAuthApp(ctx, { connector: "postgresql", clientId: "x", clientSecret: "y" })).rejects.toMatchObject({ code: "INVALID_REQUEST" });
    await expect(saveOAuthApp(ctx, { connector: "no-such", clientId: "x", clientSecret: "y" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("twice at once leaves one row", async () => {
    const fresh = await createTestContext(runtime);
    await Promise.all(["a", "b"].map((clientId) => saveOAuthApp(fresh, { connector: "slack", clientId, clientSecret: secret })));
    expect(await runtime.database.db.select().from(oauthApp).where(eq(oauthApp.workspaceId, fresh.workspace.id))).toHaveLength(1);
    expect((await find("slack", fresh))?.clientSecret.reveal()).toBe(secret);
  });
});

describe("listOAuthApps", () => {
  it("shows every connector with OAuth, where its registration is, and the address to copy", async () => {
    const { apps } = await listOAuthApps(ctx);
    expect(apps.some(({ connector }) => connector === "postgresql")).toBe(false);
    const of = (slug: string) => apps.find(({ connector }) => connector === slug);
    expect([of("slack")?.source, of("google-workspace")?.source, of("github")?.source]).toEqual(["workspace", "env", "none"]);
    expect(of("github")).toMatchObject({ callbackUrl: "http://localhost:3000/api/oauth2/callback/github", clientIdMasked: null });
    expect(JSON.stringify(of("github")?.guide)).toContain("http://localhost:3000/api/oauth2/callback/github");
    expect(JSON.stringify(apps)).not.toMatch(/the-client-secret|family-secret|\{callbackUrl\}|\{publicUrl\}/);
  });
});

describe("deleteOAuthApp", () => {
  it("names what depends on it before it goes, without other people's private names", async () => {
    const owner = await createTestContext(runtime);
    const { id } = await saveOAuthApp(owner, { connector: "github", clientId: "Iv1.abc", clientSecret: secret });
    const open = await addConnection(owner, { name: "Acme repositories", oauthAppId: id });
    const hidden = await addConnection(owner, { name: "Grace's own", oauthAppId: id, visibility: "private", createdBy: "user_grace" });
    const refused = deleteOAuthApp(owner, { connector: "github", force: false });
    await expect(refused).rejects.toMatchObject({ code: "CONFLICT", details: { connections: { [open]: "Acme repositories", [hidden]: "A private connection" } } });
    expect(await find("github", owner)).not.toBeNull();
    const { dependents } = await deleteOAuthApp(owner, { connector: "github", force: true });
    expect(dependents.map((dependent) => dependent.id)).toEqual([open, hidden].toSorted());
    expect(await find("github", owner)).toBeNull();
  });

  it("knows only the workspace's own", async () => {
    await expect(deleteOAuthApp(await createTestContext(runtime), { connector: "linear", force: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await find("linear"))?.source).toBe("workspace");
  });
});
