import type { AuthOption, Connector } from "@/server/catalog/connector";
import { connectorFor, noSuchConnector } from "@/server/custom-connectors/connector-for";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import { AppError, notFound } from "@/server/lib/errors";
import { isId } from "@/server/lib/ids";
import type { WorkspaceContext } from "@/server/workspaces/context";
import { cachedConnection, type ConnectionRow } from "./connection-cache";
import { isVisibleTo } from "./find-connection";
import { freshCredential } from "./refresh-connection-token";

export type CallableConnection = { row: ConnectionRow; connector: Connector; option: AuthOption; credential: CredentialFields };

/**
 * The connection a call goes through, with its credential open and fresh; without a promise while both are in memory,
 * as for almost every call. Throws, or rejects with, `NOT_FOUND` for another workspace's or another person's private
 * one, `CONFLICT` while paused, `REAUTHORIZATION_REQUIRED` when only a person can mend it.
 */
export function callableConnection(ctx: WorkspaceContext, id: string): CallableConnection | Promise<CallableConnection> {
  const row = isId("connection", id) ? cachedConnection(ctx.runtime, id) : null;
  return row instanceof Promise ? row.then((read) => makeCallable(ctx, read)) : makeCallable(ctx, row);
}

function makeCallable(ctx: WorkspaceContext, row: ConnectionRow | null): CallableConnection | Promise<CallableConnection> {
  if (!row || !isVisibleTo(ctx, row)) throw notFound("connection");
  if (row.pausedAt) throw new AppError("CONFLICT", `${row.name} is paused. Resume it on its page, then call again.`);
  const connector = connectorFor(ctx.runtime, row.workspaceId, row.connector);
  return connector instanceof Promise ? connector.then((read) => openCallable(ctx, row, read)) : openCallable(ctx, row, connector);
}

function openCallable(ctx: WorkspaceContext, row: ConnectionRow, connector: Connector | undefined): CallableConnection | Promise<CallableConnection> {
  if (!connector) throw noSuchConnector();
  if (row.status === "revoked" || row.status === "expired" || row.status === "invalid") {
    throw new AppError("REAUTHORIZATION_REQUIRED", row.lastError ?? `${connector.name} no longer accepts this connection. Reconnect it.`, {
      details: { connectionId: row.id, provider: connector.slug },
    });
  }
  const option = connector.auth.find((candidate) => candidate.kind === row.authKind);
  if (!option) throw new AppError("REAUTHORIZATION_REQUIRED", `${connector.name} can no longer be connected this way. Reconnect it another way.`);
  const credential = freshCredential(ctx.runtime, row, connector, option);
  return credential instanceof Promise ? credential.then((opened) => ({ row, connector, option, credential: opened })) : { row, connector, option, credential };
}
