import type { ConnectorView } from "@/server/catalog/schema";
import { listConnectorViews } from "@/server/connections/list-connector-views";
import type { WorkspaceContext } from "@/server/workspaces/context";

/** What every resolver finds. */
export type GraphqlContext = {
  ctx: WorkspaceContext;
  requestId: string;
  /** Ends when the caller goes away, or the answer takes too long. */
  signal: AbortSignal;
  /** The catalog, read at most once for a request however many fields ask. */
  listConnectors(): Promise<ConnectorView[]>;
};

/** The context of one request of a known caller. */
export function createGraphqlContext(ctx: WorkspaceContext, requestId: string, signal: AbortSignal): GraphqlContext {
  let views: Promise<ConnectorView[]> | undefined;
  return { ctx, requestId, signal, listConnectors: () => (views ??= listConnectorViews(ctx)) };
}
