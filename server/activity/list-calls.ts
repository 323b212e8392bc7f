import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { call, connection } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import { visibleTo } from "@/server/connections/find-connection";
import { connectorsFor } from "@/server/custom-connectors/connector-for";
import { AppError } from "@/server/lib/errors";
import { isId, timeOfId } from "@/server/lib/ids";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { callNames, callView, type CallView } from "./call-view";
import { type CallScan, planScan } from "./scan-calls";
import type { ListCallsInput } from "./schema";
import { isVisibleCall } from "./visible-calls";

export type CallPage = {
  calls: CallView[];
  /** Null when there is nothing older. */
  nextCursor: string | null;
  /** Set when the page is not full because it looked far enough for once: until when it looked. Older ones may match. */
  lookedBackTo: string | null;
};

/** The workspace's calls that the actor may know of, newest first, a page at a time. */
export async function listCalls(ctx: WorkspaceContext, input: ListCallsInput): Promise<CallPage> {
  requirePermission(ctx, "connections:read");
  const { limit, cursor, ...filter } = input;
  if (cursor !== undefined && !isId("call", cursor)) throw new AppError("INVALID_REQUEST", "This cursor is not one that a list of calls gave out.");
  const scan = planScan(ctx, filter, cursor, filter.connector === undefined ? [] : await connectionsOf(ctx, filter.connector));
  const found = await readPage(ctx, scan, limit + 1);
  const shown = found.slice(0, limit);
  const connectorOf = await connectorsFor(ctx.runtime, ctx.workspace.id, shown.map(({ row }) => row.connector));
  const calls = shown.map((named) => callView(named, connectorOf(named.row.connector)));
  if (found.length > limit) return { calls, nextCursor: calls.at(-1)?.id ?? null, lookedBackTo: null };
  const lastSeen = await findLastScanned(ctx, scan);
  return { calls, nextCursor: lastSeen, lookedBackTo: lastSeen === null ? null : new Date(timeOfId(lastSeen)).toISOString() };
}

async function readPage(ctx: WorkspaceContext, { scanned, isWanted }: CallScan, limit: number) {
  const { db } = ctx;
  const page = db
    .select()
    .from(scanned)
    .where(and(isVisibleCall(ctx), isWanted))
    .orderBy(desc(call.id))
    .limit(limit)
    .as("call");
  const { actorName, onUser, onKey, onConnection } = callNames;
  return db
    .select({ row: getTableColumns(call), connectionName: connection.name, actorName })
    .from(page)
    .leftJoin(connection, onConnection)
    .leftJoin(user, onUser)
    .leftJoin(apiKey, onKey)
    .orderBy(desc(call.id));
}

/** Where the scan stopped; null when it came to the end of the history. */
async function findLastScanned({ db }: WorkspaceContext, { scanned, limit }: CallScan): Promise<string | null> {
  const [last] = await db
    .select({ id: call.id })
    .from(scanned)
    .orderBy(desc(call.id))
    .offset(limit - 1)
    .limit(1);
  return last?.id ?? null;
}

async function connectionsOf(ctx: WorkspaceContext, connector: string): Promise<string[]> {
  const rows = await ctx.db.select({ id: connection.id }).from(connection).where(and(visibleTo(ctx), eq(connection.connector, connector))).limit(100);
  return rows.map(({ id }) => id);
}
