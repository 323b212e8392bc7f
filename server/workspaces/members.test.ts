import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEntry, member } from "@/db/schema/workspaces";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import type { WorkspaceContext } from "./context";
import { listMembers } from "./list-members";
import type { Role } from "./permission";
import { removeMember } from "./remove-member";
import { createTestContext } from "./testing";
import { updateMemberRole } from "./update-member-role";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

type Person = Awaited<ReturnType<typeof createTestContext>>;

/** A workspace with one person of each role. */
async function team() {
  const owner = await createTestContext(runtime);
  const join = (role: Role) => createTestContext(runtime, { role, joining: owner });
  return { owner, admin: await join("admin"), member: await join("member"), viewer: await join("viewer") };
}

async function memberIdOf(person: Person): Promise<string> {
  const [row] = await runtime.database.db.select({ id: member.id }).from(member).where(eq(member.userId, person.actor.id));
  return row?.id ?? "gone";
}

async function roleOf(person: Person): Promise<string | undefined> {
  const [row] = await runtime.database.db.select({ role: member.role }).from(member).where(eq(member.userId, person.actor.id));
  return row?.role;
}

async function auditOf(ctx: WorkspaceContext, action: string) {
  return runtime.database.db.select().from(auditEntry).where(and(eq(auditEntry.workspaceId, ctx.workspace.id), eq(auditEntry.action, action)));
}

const failureOf = (work: Promise<unknown>) => work.then(() => null, ({ code, message, details }) => ({ code, message, details }));

describe("list-members", () => {
  it("shows everyone in the workspace and nobody else", async () => {
    const { owner, viewer } = await team();
    await team();
    const members = await listMembers(viewer);
    expect(members.map(({ role, isYou }) => [role, isYou])).toEqual([
      ["owner", false],
      ["admin", false],
      ["member", false],
      ["viewer", true],
    ]);
    expect(members[0]).toMatchObject({ userId: owner.actor.id, email: expect.stringContaining("@example.test") });
  });

  it("is refused to a key without the scope", async () => {
    const { owner } = await team();
    await expect(listMembers({ ...owner, actor: { kind: "api_key", id: "key" }, permissions: new Set(["calls:run"]) })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("update-member-role", () => {
  it("lets an admin change members, and writes who did", async () => {
    const { admin, viewer } = await team();
    await updateMemberRole(admin, { memberId: await memberIdOf(viewer), role: "member" });
    expect(await roleOf(viewer)).toBe("member");
    expect(await auditOf(admin, "member.update")).toMatchObject([{ actorKind: "user", actorId: admin.actor.id, data: { userId: viewer.actor.id, from: "viewer", to: "member" } }]);
  });

  it("leaves owners to owners", async () => {
    const { owner, admin, member: plain } = await team();
    await expect(updateMemberRole(admin, { memberId: await memberIdOf(admin), role: "owner" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(updateMemberRole(admin, { memberId: await memberIdOf(owner), role: "viewer" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await updateMemberRole(owner, { memberId: await memberIdOf(plain), role: "owner" });
    expect(await roleOf(plain)).toBe("owner");
  });

  it("keeps the last owner", async () => {
    const { owner } = await team();
    await expect(updateMemberRole(owner, { memberId: await memberIdOf(owner), role: "admin" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await roleOf(owner)).toBe("owner");
    expect(await auditOf(owner, "member.update")).toEqual([]);
  });

  it("keeps one of two owners who demote each other at the same time", async () => {
    const first = await createTestContext(runtime);
    const second = await createTestContext(runtime, { role: "owner", joining: first });
    const [firstId, secondId] = [await memberIdOf(first), await memberIdOf(second)];
    const results = await Promise.allSettled([
      updateMemberRole(first, { memberId: secondId, role: "member" }),
      updateMemberRole(second, { memberId: firstId, role: "member" }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(new Set([await roleOf(first), await roleOf(second)])).toEqual(new Set(["member", "owner"]));
  });

  it("refuses a read-only member, and answers a stranger's id like an unknown one", async () => {
    const { owner, viewer, member: plain } = await team();
    const foreign = await memberIdOf((await team()).member);
    for (const reader of [viewer, plain]) {
      await expect(updateMemberRole(reader, { memberId: await memberIdOf(viewer), role: "admin" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const strange = await failureOf(updateMemberRole(owner, { memberId: foreign, role: "viewer" }));
    expect(strange).toMatchObject({ code: "NOT_FOUND" });
    expect(strange).toEqual(await failureOf(updateMemberRole(owner, { memberId: newId("member"), role: "viewer" })));
    expect(strange).toEqual(await failureOf(updateMemberRole(owner, { memberId: "malformed'id", role: "viewer" })));
  });
});

describe("remove-member", () => {
  it("takes a member out and writes who did", async () => {
    const { admin, viewer } = await team();
    await removeMember(admin, { memberId: await memberIdOf(viewer) });
    expect(await roleOf(viewer)).toBeUndefined();
    expect(await auditOf(admin, "member.remove")).toMatchObject([{ actorId: admin.actor.id, data: { userId: viewer.actor.id, role: "viewer" } }]);
  });

  it("lets a viewer leave, but not remove others", async () => {
    const { viewer, member: plain } = await team();
    await expect(removeMember(viewer, { memberId: await memberIdOf(plain) })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeMember(viewer, { memberId: await memberIdOf(viewer) });
    expect(await roleOf(viewer)).toBeUndefined();
    expect(await auditOf(viewer, "member.leave")).toHaveLength(1);
  });

  it("keeps owners from admins, and the last owner from leaving", async () => {
    const { owner, admin } = await team();
    await expect(removeMember(admin, { memberId: await memberIdOf(owner) })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeMember(owner, { memberId: await memberIdOf(owner) })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await roleOf(owner)).toBe("owner");
  });

  it("keeps one of several owners who all leave at the same time", async () => {
    const first = await createTestContext(runtime);
    const owners = [first, ...(await Promise.all([1, 2, 3].map(() => createTestContext(runtime, { role: "owner", joining: first }))))];
    const ids = await Promise.all(owners.map(memberIdOf));
    const results = await Promise.allSettled(owners.map((owner, index) => removeMember(owner, { memberId: ids[index] ?? "" })));
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await listMembers(first)).toHaveLength(1);
  });

  it("answers a stranger's id like an unknown one", async () => {
    const { owner } = await team();
    const other = (await team()).member;
    const strange = await failureOf(removeMember(owner, { memberId: await memberIdOf(other) }));
    expect(strange).toMatchObject({ code: "NOT_FOUND" });
    expect(strange).toEqual(await failureOf(removeMember(owner, { memberId: newId("member") })));
    expect(await roleOf(other)).toBe("member");
  });
});
