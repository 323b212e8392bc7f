/** The query of a connector's own connections: the page prefetches what the browser then reads. */
export function ownConnectionsInput(connectorId: string) {
  return { mcpId: connectorId, limit: 10 };
}
