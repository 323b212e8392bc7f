import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { member, workspace } from "@/db/schema/workspaces";
import { AppError, notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import type { WorkspaceContext } from "./context";

export type MemberRow = typeof member.$inferSelect;

/**
 * One member of the workspace, for who is about to change or remove them. Until the transaction ends nobody else
 * changes the members, so what is checked here still holds when it is written.
 */
export async function lockMember(tx: Transaction, ctx: WorkspaceContext, memberId: string): Promise<MemberRow> {
  if (!isId("member", memberId)) throw notFound("member");
  await tx.select({ id: workspace.id }).from(workspace).where(eq(workspace.id, ctx.workspace.id)).for("no key update");
  const [found] = await tx
    .select()
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.workspaceId, ctx.workspace.id)))
    .limit(1);
  if (!found) throw notFound("member");
  return found;
}

/** Throws `CONFLICT` when the workspace would be left without an owner. Call it under `lockMember`. */
export async function requireAnotherOwner(tx: Transaction, leaving: MemberRow): Promise<void> {
  const [other] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.workspaceId, leaving.workspaceId), eq(member.role, "owner"), ne(member.id, leaving.id)))
    .limit(1);
  if (!other) throw new AppError("CONFLICT", "A workspace needs an owner. Make somebody else an owner first.");
}
