import { asc } from "drizzle-orm";
import { workspace } from "@/db/schema/workspaces";
import { AppError } from "@/server/lib/errors";
import type { WorkspaceContext } from "./context";

/**
 * Whether the actor speaks for the whole instance: a person who owns the workspace that was made first, acting in it.
 * What they change for all is written into that workspace's audit trail. A key never does.
 */
export async function isInstanceOwner(ctx: WorkspaceContext): Promise<boolean> {
  if (ctx.actor.kind !== "user" || !ctx.permissions.has("owner")) return false;
  const [first] = await ctx.db.select({ id: workspace.id }).from(workspace).orderBy(asc(workspace.createdAt), asc(workspace.id)).limit(1);
  return first?.id === ctx.workspace.id;
}

/** Throws `FORBIDDEN` with who can help. */
export async function requireInstanceOwner(ctx: WorkspaceContext): Promise<void> {
  if (await isInstanceOwner(ctx)) return;
  throw new AppError("FORBIDDEN", "This concerns every workspace of the instance. Only the owner of its first workspace can do it, from there.");
}
