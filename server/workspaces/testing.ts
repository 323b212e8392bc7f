import { randomBytes } from "node:crypto";
import { user } from "@/db/schema/identity";
import { member, workspace } from "@/db/schema/workspaces";
import { newId, randomToken } from "@/server/lib/ids";
import { Secret } from "@/server/lib/secret";
import type { Runtime } from "@/server/runtime/runtime";
import type { SessionContext, WorkspaceContext, WorkspaceId } from "./context";
import { insertApiKey } from "./insert-api-key";
import { type KeyScope, permissionsOfRole, type Role } from "./permission";

/** A workspace with one person in it, and that person's context. `joining` adds the person to an existing one. */
export async function createTestContext(runtime: Runtime, options: { role?: Role; joining?: WorkspaceContext } = {}): Promise<WorkspaceContext & { actor: { kind: "user" } }> {
  const role = options.role ?? "owner";
  const suffix = randomBytes(5).toString("hex");
  const { db } = runtime.database;
  const userId = `user_${suffix}`;
  await db.insert(user).values({ id: userId, name: `Person ${suffix}`, email: `${suffix}@example.test` });
  const workspaceRow = options.joining?.workspace ?? { id: newId("workspace") as WorkspaceId, slug: `ws-${suffix}`, name: `Workspace ${suffix}`, isSandbox: false, callDetail: "notable" as const, callsPerMinute: null };
  if (!options.joining) await db.insert(workspace).values(workspaceRow);
  await db.insert(member).values({ id: newId("member"), workspaceId: workspaceRow.id, userId, role });
  return {
    runtime,
    db,
    workspace: workspaceRow,
    actor: { kind: "user", id: userId, sessionId: `session_${suffix}` },
    permissions: permissionsOfRole(role),
    request: { id: newId("request"), ipAddress: "127.0.0.1", userAgent: "tests" },
  };
}

/** Somebody who is signed in and in no workspace. */
export async function createTestSession(runtime: Runtime): Promise<SessionContext> {
  const suffix = randomBytes(5).toString("hex");
  const person = { id: `user_${suffix}`, name: `Person ${suffix}`, email: `${suffix}@example.test` };
  await runtime.database.db.insert(user).values(person);
  return { runtime, db: runtime.database.db, user: person, sessionId: `session_${suffix}`, request: { id: newId("request"), ipAddress: "127.0.0.1", userAgent: "tests" } };
}

/** An API key of the context's workspace, to send as `Authorization: Bearer`. */
export async function createTestKey(ctx: WorkspaceContext, options: { scopes?: KeyScope[]; expiresAt?: Date; callsPerMinute?: number } = {}): Promise<string> {
  const key = `pb_${randomToken()}`;
  const { scopes = ["admin"], expiresAt = null, callsPerMinute = null } = options;
  await ctx.db.transaction((tx) => insertApiKey(tx, { key: new Secret(key), workspaceId: ctx.workspace.id, name: "Key of a test", scopes, expiresAt, callsPerMinute, actor: ctx.actor }));
  return key;
}
