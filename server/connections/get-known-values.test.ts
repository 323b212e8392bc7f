import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntry } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { createTestContext } from "@/server/workspaces/testing";
import { getKnownValues } from "./get-known-values";
import { storeTestConnection } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
let ctx: WorkspaceContext;

beforeAll(async () => {
  ({ runtime, close } = await createTestRuntime());
  ctx = await createTestContext(runtime);
});
afterAll(() => close());

const database = { host: "db.example.com", port: "6432", username: "patchbay", password: "canary-password", database: "shop" };

describe("what a reconnect's form starts with", () => {
  it("is everything of a database but its password", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "postgresql", kind: "database", credential: database });
    expect(await getKnownValues(ctx, { connectionId: id })).toEqual({ host: "db.example.com", port: "6432", username: "patchbay", database: "shop" });
  });

  it("is nothing of a key", async () => {
    const { id } = await storeTestConnection(ctx);
    expect(await getKnownValues(ctx, { connectionId: id })).toEqual({});
  });

  it("is the connector's inputs where the vendor was signed in to, without opening anything", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "shopify", kind: "oauth2", facts: { shop: "acme" }, credential: { access_token: "canary-token" } });
    expect(await getKnownValues(ctx, { connectionId: id })).toEqual({ shop: "acme" });
    expect(await auditOf(id)).toEqual([]);
  });

  it("is put on record, without the values", async () => {
    const { id } = await storeTestConnection(ctx, { slug: "postgresql", kind: "database", credential: database });
    await getKnownValues(ctx, { connectionId: id });
    const entries = await auditOf(id);
    expect(entries).toMatchObject([{ actorId: ctx.actor.id, data: { openedVersion: 1 } }]);
    expect(JSON.stringify(entries)).not.toMatch(/canary|db\.example/);
  });
});

function auditOf(id: string) {
  return ctx.db.select().from(auditEntry).where(and(eq(auditEntry.target, id), eq(auditEntry.action, "connection.read_values")));
}
