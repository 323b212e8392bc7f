import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntry, workspace } from "@/db/schema/workspaces";
import { createTestCookie } from "@/server/identity/testing";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { authenticate } from "./authenticate";
import { createWorkspace } from "./create-workspace";
import { getMe } from "./get-me";
import { listWorkspaces } from "./list-workspaces";
import { switchWorkspace } from "./switch-workspace";
import { createTestContext, createTestKey, createTestSession } from "./testing";
import { updateWorkspace } from "./update-workspace";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

describe("create-workspace", () => {
  it("makes its maker the owner, and starts the audit trail", async () => {
    const person = await createTestSession(runtime);
    const created = await createWorkspace(person, { name: "Kraków Büro & Söhne" });
    expect(created).toMatchObject({ slug: "krakow-buro-sohne", name: "Kraków Büro & Söhne", isSandbox: false });
    const { id, slug, name, isSandbox } = created;
    expect(await listWorkspaces(person)).toEqual([{ id, slug, name, isSandbox, role: "owner" }]);
    const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.workspaceId, created.id));
    expect(audit).toMatchObject([{ seq: 1, action: "workspace.create", actorKind: "user", actorId: person.user.id }]);
  });

  it("finds an address of its own for a name that is taken, and for one without letters", async () => {
    const person = await createTestSession(runtime);
    await createWorkspace(person, { name: "Twice" });
    expect((await createWorkspace(person, { name: "Twice" })).slug).toMatch(/^twice-[a-z0-9]{6}$/);
    expect((await createWorkspace(person, { name: "日本" })).slug).toBe("workspace");
  });

  it("refuses a chosen address that is taken, and leaves nothing behind", async () => {
    const person = await createTestSession(runtime);
    await createWorkspace(person, { name: "Mine", slug: "chosen" });
    await expect(createWorkspace(person, { name: "Other", slug: "chosen" })).rejects.toMatchObject({ code: "CONFLICT", details: { fields: { slug: expect.any(String) } } });
    expect(await listWorkspaces(person)).toHaveLength(1);
  });
});

describe("switch-workspace and me", () => {
  it("moves where requests without X-Workspace act", async () => {
    const person = await createTestSession(runtime);
    const first = await createWorkspace(person, { name: "First one" });
    const second = await createWorkspace(person, { name: "Second one" });
    expect((await getMe(person, null)).current?.id).toBe(second.id);
    await switchWorkspace(person, { slug: first.slug });
    const me = await getMe(person, null);
    expect(me.current).toMatchObject({ id: first.id, role: "owner" });
    expect(me.current?.permissions).toContain("owner");
    expect(me.workspaces.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await getMe(person, second.slug)).current?.id).toBe(second.id);
    const cookie = await createTestCookie(runtime, person.user.id);
    expect((await authenticate(runtime, { headers: new Headers({ cookie }), method: "GET", ipAddress: null })).workspace.id).toBe(first.id);
  });

  it("shows somebody without a workspace where to go, and hides those of others", async () => {
    const person = await createTestSession(runtime);
    const { slug } = (await createTestContext(runtime)).workspace;
    expect(await getMe(person, null)).toEqual({ user: person.user, workspaces: [], current: null });
    await expect(getMe(person, slug)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(switchWorkspace(person, { slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("update-workspace", () => {
  it("renames it for its owner, and for keys that are in memory", async () => {
    const owner = await createTestContext(runtime);
    const enter = async (key: string) => authenticate(runtime, { headers: new Headers({ authorization: `Bearer ${key}` }), method: "GET", ipAddress: null });
    const key = await createTestKey(owner);
    await enter(key);
    await updateWorkspace(owner, { name: "Renamed" });
    expect((await enter(key)).workspace).toMatchObject({ name: "Renamed", slug: owner.workspace.slug });
    const audit = await runtime.database.db.select().from(auditEntry).where(and(eq(auditEntry.workspaceId, owner.workspace.id), eq(auditEntry.action, "workspace.update")));
    expect(audit).toMatchObject([{ actorId: owner.actor.id, data: { from: owner.workspace.name, to: "Renamed" } }]);
  });

  it("is refused to everybody else, keys of admins included", async () => {
    const owner = await createTestContext(runtime);
    const key = await createTestKey(owner);
    const asKey = await authenticate(runtime, { headers: new Headers({ authorization: `Bearer ${key}` }), method: "POST", ipAddress: null });
    const others = await Promise.all((["admin", "member", "viewer"] as const).map((role) => createTestContext(runtime, { role, joining: owner })));
    for (const ctx of [...others, asKey]) await expect(updateWorkspace(ctx, { name: "Taken over" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const [row] = await runtime.database.db.select().from(workspace).where(eq(workspace.id, owner.workspace.id));
    expect(row?.name).toBe(owner.workspace.name);
  });
});
