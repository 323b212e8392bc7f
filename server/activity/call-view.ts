import { and, eq, sql } from "drizzle-orm";
import { call, connection } from "@/db/schema/connections";
import { user } from "@/db/schema/identity";
import { apiKey } from "@/db/schema/workspaces";
import type { Connector } from "@/server/catalog/connector";
import { connectorLogo } from "@/server/catalog/connector-summary";

type CallRow = typeof call.$inferSelect;

/** A call as lists show it. What it said is `get-call`'s to tell. */
export type CallView = {
  id: string;
  /** `name` is null when it was disconnected since. */
  connection: { id: string; name: string | null };
  connector: { id: string; name: string; logo: { light: string; dark: string } };
  actor: { kind: CallRow["actorKind"]; id: string; name: string | null };
  method: string;
  host: string;
  path: string;
  operation: string | null;
  source: CallRow["source"];
  /** The vendor's; null when none arrived. */
  status: number | null;
  errorCode: string | null;
  durationMs: number;
  waitedMs: number;
  attempts: number;
  cache: CallRow["cache"];
  breaker: CallRow["breaker"];
  requestBytes: number;
  responseBytes: number;
  requestId: string;
  createdAt: string;
};

export type NamedCall = { row: CallRow; connectionName: string | null; actorName: string | null };

/** How the names that go with a call are joined to it. */
export const callNames = {
  actorName: sql<string | null>`coalesce(${user.name}, ${apiKey.name})`,
  onUser: and(eq(call.actorKind, "user"), eq(user.id, call.actorId)),
  onKey: and(eq(call.actorKind, "api_key"), eq(apiKey.id, call.actorId), eq(apiKey.workspaceId, call.workspaceId)),
  onConnection: and(eq(connection.id, call.connectionId), eq(connection.workspaceId, call.workspaceId)),
};

/** `connector` is undefined when there is none any more. */
export function callView({ row, connectionName, actorName }: NamedCall, connector: Connector | undefined): CallView {
  const drawing = "/icon.svg";
  const { id, method, host, path, operation, source, status, errorCode, durationMs, waitedMs, attempts, cache, breaker, requestBytes, responseBytes, requestId } = row;
  return {
    id,
    connection: { id: row.connectionId, name: connectionName },
    connector: { id: row.connector, name: connector?.name ?? row.connector, logo: connector ? connectorLogo(connector) : { light: drawing, dark: drawing } },
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorKind === "system" ? "Patchbay" : actorName },
    method,
    host,
    path,
    operation,
    source,
    status,
    errorCode,
    durationMs,
    waitedMs,
    attempts,
    cache,
    breaker,
    requestBytes,
    responseBytes,
    requestId,
    createdAt: row.createdAt.toISOString(),
  };
}
