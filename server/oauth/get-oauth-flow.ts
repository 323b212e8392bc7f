import { and, eq } from "drizzle-orm";
import { oauthFlow } from "@/db/schema/connections";
import { notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import { isAdmin, requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import type { FlowRow } from "./flow-actor";

export type OAuthFlowView = {
  flowId: string;
  connector: string;
  status: FlowRow["status"];
  connectionId: string | null;
  /** Why it failed and what to do. Of a connected flow: what the vendor did not grant. */
  message: string | null;
  /** The vendor's own words; admins alone see them. */
  detail: string | null;
  expiresAt: string;
};

/** How far an attempt is. Only who started it may know; for everyone else it does not exist. */
export async function getOAuthFlow(ctx: WorkspaceContext, input: { flowId: string }): Promise<OAuthFlowView> {
  requirePermission(ctx, "connections:write");
  const row = await findOwnFlow(ctx, input.flowId);
  const { status, message } = flowState(row, new Date());
  return {
    flowId: row.id,
    connector: row.connector,
    status,
    connectionId: row.resultConnectionId,
    message,
    detail: isAdmin(ctx) ? row.failureDetail : null,
    expiresAt: row.expiresAt.toISOString(),
  };
}

/** The actor's own flow in this workspace. Throws `NOT_FOUND`. */
export async function findOwnFlow(ctx: WorkspaceContext, id: string): Promise<FlowRow> {
  if (!isId("oauthFlow", id) || ctx.actor.kind === "system") throw notFound("sign-in");
  const isOwn = and(eq(oauthFlow.workspaceId, ctx.workspace.id), eq(oauthFlow.actorKind, ctx.actor.kind), eq(oauthFlow.actorId, ctx.actor.id));
  const [row] = await ctx.db.select().from(oauthFlow).where(and(eq(oauthFlow.id, id), isOwn)).limit(1);
  if (!row) throw notFound("sign-in");
  return row;
}

/** What was neither finished nor failed when its time ran out has failed: nobody came back, or the server stopped midway. */
export function flowState(row: FlowRow, now: Date): Pick<OAuthFlowView, "status" | "message"> {
  if (row.expiresAt > now || row.status === "connected" || row.status === "failed") return { status: row.status, message: row.failure };
  return {
    status: "failed",
    message: row.status === "pending" ? "The sign-in was not finished within ten minutes. Start again." : "The connection could not be stored in time. Try again.",
  };
}
