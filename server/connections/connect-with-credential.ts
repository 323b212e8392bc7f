import { requireConnector } from "@/server/custom-connectors/connector-for";
import { requirePermission, type WorkspaceContext } from "@/server/workspaces/context";
import { findConnection } from "./find-connection";
import { findAuthOption, presentCredential } from "./present-credential";
import { readConnectionView } from "./read-connection-view";
import { assertMayShow, assertReconnects, saveConnection } from "./save-connection";
import type { ConnectionView, ConnectWithCredentialInput } from "./schema";

/**
 * Connects an account with what a person pasted, for every kind that needs no browser. The credential is proven with
 * a real call first; when it is refused nothing is stored.
 */
export async function connectWithCredential(ctx: WorkspaceContext, input: ConnectWithCredentialInput): Promise<ConnectionView> {
  requirePermission(ctx, "connections:write");
  const connector = await requireConnector(ctx.runtime, ctx.workspace.id, input.mcpId);
  const option = findAuthOption(connector, input.authKind);
  const { connectionId, name, visibility } = input;
  const before = connectionId === undefined ? null : await findConnection(ctx, ctx.db, connectionId);
  if (before) {
    // Said before the vendor is asked; `saveConnection` says it again under the row's lock.
    assertReconnects(before, connector);
    if (visibility !== undefined) assertMayShow(before, ctx, visibility);
  }
  const known = Object.fromEntries(connector.inputs.flatMap(({ key }) => (before?.inputs[key] === undefined ? [] : [[key, before.inputs[key]]])));
  const presented = await presentCredential(ctx.runtime, { connector, option, values: { ...known, ...input.values } });
  const row = await saveConnection(ctx, { ...presented, connector, oauthAppId: null, name, visibility, connectionId });
  return readConnectionView(ctx, row.id);
}
