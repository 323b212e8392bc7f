import { and, count } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { needsAttentionIs } from "./connection-state";
import { visibleTo } from "./find-connection";

/** How many connections need someone, for the badge in the navigation. */
export async function countAttention(ctx: WorkspaceContext): Promise<number> {
  requirePermission(ctx, "connections:read");
  const [row] = await ctx.db.select({ value: count() }).from(connection).where(and(visibleTo(ctx), needsAttentionIs(true, new Date())));
  return row?.value ?? 0;
}
