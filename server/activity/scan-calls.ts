import { and, desc, eq, gte, ilike, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { call } from "@/db/schema/connections";
import { firstIdAt, isId, timeOfId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import type { CallFilter } from "./schema";

/**
 * How many calls one page looks at, at most. A filter without an index of its own could otherwise read the whole
 * history to find nothing; so it looks this far, says so, and goes on from there when it is asked to.
 */
const scanLimit = 10_000;
/** The same for what an index holds of itself: these lie far apart in the table, and are seldom passed over. */
const keptScanLimit = 2_000;

/** More connections than this are not merged one by one. */
const mergeLimit = 8;
/** A call ends at most this long after its request came in. */
const requestLastsMs = 3_600_000;

// In brackets of their own: beside a workspace's condition an `or` would let others in.
const isFailed = sql`(${call.errorCode} is not null or ${call.status} is null or ${call.status} >= 400)`;
const isHeld = sql`(${call.attempts} > 1 or ${call.waitedMs} > 0)`;
const isCached = sql`${call.cache} in ('hit', 'revalidated')`;

/** Which calls a page looks at, newest first, and which of them it shows. */
export type CallScan = {
  /** Found by an index, in order: `isWanted` is asked of these alone. */
  scanned: ReturnType<typeof scanFrom>;
  /** How many those are, at most. */
  limit: number;
  isWanted: SQL | undefined;
};

/** Plans one page. `connectionIds` are those of the wanted connector, when it is one. */
export function planScan(ctx: WorkspaceContext, filter: CallFilter, cursor: string | undefined, connectionIds: string[]): CallScan {
  const inOrder = and(eq(call.workspaceId, ctx.workspace.id), cursor === undefined ? undefined : lt(call.id, cursor), ...timeBounds(filter), ...textBounds(filter));
  const kept = partialIndex(filter);
  const merged = kept ? [] : filter.connectionId !== undefined ? [filter.connectionId] : connectionIds.length <= mergeLimit ? connectionIds : [];
  const limit = kept ? keptScanLimit : scanLimit;
  return { scanned: scanFrom(ctx, and(inOrder, kept), merged, limit), limit, isWanted: isWanted(filter) };
}

function scanFrom({ db }: WorkspaceContext, where: SQL | undefined, connectionIds: string[], limit: number) {
  const [first, second, ...rest] = connectionIds.map((id) => db.select().from(call).where(and(eq(call.connectionId, id), where)).orderBy(desc(call.id)).limit(limit));
  if (first && second) return unionAll(first, second, ...rest).orderBy(sql`id desc`).limit(limit).as("call");
  return (first ?? db.select().from(call).where(where).orderBy(desc(call.id)).limit(limit)).as("call");
}

/** The condition of the index that holds just these, and perhaps some more. */
function partialIndex({ outcome, statusClass }: CallFilter): SQL | undefined {
  if (outcome === "failed" || statusClass === "4xx" || statusClass === "5xx" || statusClass === "none") return isFailed;
  if (outcome === "waited" || outcome === "retried") return isHeld;
  return outcome === "cached" ? isCached : undefined;
}

function isWanted({ connectionId, connector, source, outcome, statusClass, actorId, method, operation, text }: CallFilter): SQL | undefined {
  return and(
    connectionId === undefined ? undefined : eq(call.connectionId, connectionId),
    connector === undefined ? undefined : eq(call.connector, connector),
    source === undefined ? undefined : eq(call.source, source),
    outcome === undefined ? undefined : outcomeIs[outcome],
    statusClass === undefined ? undefined : statusIs(statusClass),
    actorId === undefined ? undefined : eq(call.actorId, actorId),
    method === undefined ? undefined : eq(call.method, method),
    operation === undefined ? undefined : eq(call.operation, operation),
    text === undefined ? undefined : textIs(text),
  );
}

const outcomeIs: Record<NonNullable<CallFilter["outcome"]>, SQL> = {
  ok: sql`not ${isFailed}`,
  failed: isFailed,
  waited: sql`${call.waitedMs} > 0`,
  retried: sql`${call.attempts} > 1`,
  cached: isCached,
};

function statusIs(statusClass: NonNullable<CallFilter["statusClass"]>): SQL | undefined {
  if (statusClass === "none") return isNull(call.status);
  const from = Number(statusClass[0]) * 100;
  return and(gte(call.status, from), lt(call.status, from + 100));
}

/** Ids begin with their time, so a span of time is a span of the index. */
function timeBounds({ from, to }: CallFilter): (SQL | undefined)[] {
  return [from === undefined ? undefined : gte(call.id, firstIdAt("call", Date.parse(from))), to === undefined ? undefined : lt(call.id, firstIdAt("call", Date.parse(to)))];
}

/** A request's id says when it came in, and its calls were made soon after: no index of its own is needed. */
function textBounds({ text }: CallFilter): (SQL | undefined)[] {
  if (text === undefined || !isId("request", text)) return [];
  const at = timeOfId(text);
  return [gte(call.id, firstIdAt("call", at)), lt(call.id, firstIdAt("call", at + requestLastsMs)), eq(call.requestId, text)];
}

function textIs(text: string): SQL | undefined {
  if (isId("request", text)) return eq(call.requestId, text);
  if (isId("call", text)) return eq(call.id, text);
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return or(ilike(call.path, pattern), ilike(call.operation, pattern));
}
