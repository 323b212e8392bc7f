import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { user } from "@/db/schema/identity";
import { auditEntry, invitation, member } from "@/db/schema/workspaces";
import { newId } from "@/server/lib/ids";
import type { Runtime } from "@/server/runtime/runtime";
import { createTestRuntime } from "@/server/runtime/testing";
import { acceptInvitation } from "./accept-invitation";
import type { SessionContext, WorkspaceContext } from "./context";
import { createInvitation } from "./create-invitation";
import { getInvitationByToken } from "./get-invitation-by-token";
import { listInvitations } from "./list-invitations";
import { registerByInvitation } from "./register-by-invitation";
import { revokeInvitation } from "./revoke-invitation";
import { createTestContext, createTestSession } from "./testing";

let runtime: Runtime;
let close: () => Promise<void>;
beforeAll(async () => ({ runtime, close } = await createTestRuntime()));
afterAll(() => close());

const password = "correct horse battery";

async function invite(ctx: WorkspaceContext, role: "admin" | "member" | "viewer" = "member"): Promise<{ id: string; token: string }> {
  const { id, link } = await createInvitation(ctx, { role });
  return { id, token: link.slice(link.lastIndexOf("/") + 1) };
}

async function membersOf(ctx: WorkspaceContext) {
  return runtime.database.db.select().from(member).where(eq(member.workspaceId, ctx.workspace.id));
}

async function expire(id: string): Promise<void> {
  await runtime.database.db.update(invitation).set({ expiresAt: new Date(Date.now() - 1) }).where(eq(invitation.id, id));
}

const newcomer = (name: string) => ({ name, email: `${name.toLowerCase()}-${newId("request")}@example.test`, password });
const failureOf = (work: Promise<unknown>) => work.then(() => null, ({ code, message, details }) => ({ code, message, details }));

describe("create-invitation", () => {
  it("makes a link for seven days whose token is not kept", async () => {
    const owner = await createTestContext(runtime);
    const { id, link, expiresAt } = await createInvitation(owner, { role: "viewer", email: "grace@example.test" });
    expect(link).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(7 * 86_400_000);
    const token = link.slice(link.lastIndexOf("/") + 1);
    const rows = await runtime.database.db.select().from(invitation).where(eq(invitation.id, id));
    const audit = await runtime.database.db.select().from(auditEntry).where(eq(auditEntry.target, id));
    expect(JSON.stringify([rows, audit])).not.toContain(token);
    expect(audit).toMatchObject([{ action: "invitation.create", actorId: owner.actor.id, data: { role: "viewer", email: "grace@example.test" } }]);
  });

  it("is refused to members and viewers", async () => {
    for (const role of ["member", "viewer"] as const) {
      const reader = await createTestContext(runtime, { role });
      await expect(createInvitation(reader, { role: "viewer" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listInvitations(reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(revokeInvitation(reader, { invitationId: newId("invitation") })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("list-invitations", () => {
  it("shows the open ones of this workspace", async () => {
    const owner = await createTestContext(runtime);
    await invite(await createTestContext(runtime));
    const revoked = await invite(owner);
    await revokeInvitation(owner, { invitationId: revoked.id });
    const late = await invite(owner, "viewer");
    await expire(late.id);
    const open = await invite(owner, "admin");
    const [inviter] = await runtime.database.db.select().from(user).where(eq(user.id, owner.actor.id));
    expect(await listInvitations(owner)).toMatchObject([
      { id: open.id, role: "admin", isExpired: false, inviterName: inviter?.name },
      { id: late.id, role: "viewer", isExpired: true },
    ]);
  });
});

describe("get-invitation-by-token", () => {
  it("shows the holder of the link what it is for", async () => {
    const owner = await createTestContext(runtime);
    const { token } = await invite(owner, "viewer");
    const view = await getInvitationByToken(runtime, { token });
    expect(view).toMatchObject({ workspaceName: owner.workspace.name, role: "viewer", email: null });
    expect(Object.keys(view).sort()).toEqual(["email", "expiresAt", "inviterName", "role", "workspaceName"]);
  });

  it("answers an unknown, a revoked, an expired and a used link alike", async () => {
    const owner = await createTestContext(runtime);
    const [revoked, late, used] = [await invite(owner), await invite(owner), await invite(owner)];
    await revokeInvitation(owner, { invitationId: revoked.id });
    await expire(late.id);
    await acceptInvitation(await createTestSession(runtime), { token: used.token });
    const answers = await Promise.all(["unknown", revoked.token, late.token, used.token].map((token) => failureOf(getInvitationByToken(runtime, { token }))));
    expect(answers[0]).toMatchObject({ code: "NOT_FOUND", message: expect.stringMatching(/Ask an admin/) });
    expect(answers).toEqual(Array.from({ length: 4 }, () => answers[0]));
  });
});

describe("revoke-invitation", () => {
  it("answers a stranger's id like an unknown one", async () => {
    const owner = await createTestContext(runtime);
    const foreign = await invite(await createTestContext(runtime));
    const strange = await failureOf(revokeInvitation(owner, { invitationId: foreign.id }));
    expect(strange).toMatchObject({ code: "NOT_FOUND" });
    expect(strange).toEqual(await failureOf(revokeInvitation(owner, { invitationId: newId("invitation") })));
    expect(strange).toEqual(await failureOf(revokeInvitation(owner, { invitationId: "malformed" })));
    expect(await getInvitationByToken(runtime, { token: foreign.token })).toMatchObject({ role: "member" });
  });
});

describe("accept-invitation", () => {
  it("makes the signed-in person a member, in the role that was offered", async () => {
    const owner = await createTestContext(runtime);
    const person = await createTestSession(runtime);
    const { id, token } = await invite(owner, "viewer");
    expect(await acceptInvitation(person, { token })).toEqual({ slug: owner.workspace.slug, name: owner.workspace.name });
    expect((await membersOf(owner)).find(({ userId }) => userId === person.user.id)?.role).toBe("viewer");
    const audit = await runtime.database.db.select().from(auditEntry).where(and(eq(auditEntry.target, id), eq(auditEntry.action, "invitation.accept")));
    expect(audit).toMatchObject([{ actorKind: "user", actorId: person.user.id, data: { role: "viewer" } }]);
  });

  it("stays open when a member opens it", async () => {
    const owner = await createTestContext(runtime);
    const { token } = await invite(owner);
    const again: SessionContext = { ...(await createTestSession(runtime)), user: { id: owner.actor.id, name: "", email: "" } };
    await expect(acceptInvitation(again, { token })).rejects.toMatchObject({ code: "CONFLICT" });
    await acceptInvitation(await createTestSession(runtime), { token });
    expect(await membersOf(owner)).toHaveLength(2);
  });

  it("lets one of several through who take it at the same time", async () => {
    const owner = await createTestContext(runtime);
    const { token } = await invite(owner);
    const people = await Promise.all([1, 2, 3, 4].map(() => createTestSession(runtime)));
    const results = await Promise.allSettled([
      ...people.map((person) => acceptInvitation(person, { token })),
      registerByInvitation(runtime, { token, ...newcomer("Joan") }),
      registerByInvitation(runtime, { token, ...newcomer("Lin") }),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await membersOf(owner)).toHaveLength(2);
  });
});

describe("register-by-invitation", () => {
  it("makes the account and the membership together", async () => {
    const owner = await createTestContext(runtime);
    const { token } = await invite(owner, "admin");
    const person = newcomer("Grace");
    const { userId, workspace } = await registerByInvitation(runtime, { token, ...person });
    expect(workspace.slug).toBe(owner.workspace.slug);
    expect((await membersOf(owner)).find((row) => row.userId === userId)?.role).toBe("admin");
    const [row] = await runtime.database.db.select().from(user).where(eq(user.id, userId));
    expect(row).toMatchObject({ name: "Grace", email: person.email });
  });

  it("leaves no account behind when the link is not good", async () => {
    const owner = await createTestContext(runtime);
    const { token } = await invite(owner);
    await acceptInvitation(await createTestSession(runtime), { token });
    const person = newcomer("Eve");
    await expect(registerByInvitation(runtime, { token, ...person })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await runtime.database.db.select().from(user).where(eq(user.email, person.email))).toEqual([]);
  });

  it("tells nobody without a good link who has an account", async () => {
    const person = newcomer("Ada");
    await registerByInvitation(runtime, { token: (await invite(await createTestContext(runtime))).token, ...person });
    await expect(registerByInvitation(runtime, { token: "made up", ...person })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("sends who has an account to sign in, and leaves the link open", async () => {
    const owner = await createTestContext(runtime);
    const person = newcomer("Ada");
    await registerByInvitation(runtime, { token: (await invite(owner)).token, ...person });
    const { token } = await invite(await createTestContext(runtime));
    await expect(registerByInvitation(runtime, { token, ...person, email: person.email.toUpperCase() })).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/Sign in/) });
    expect(await getInvitationByToken(runtime, { token })).toMatchObject({ role: "member" });
  });
});
