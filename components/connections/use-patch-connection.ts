import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import type { ConnectionView } from "@/server/connections/schema";
import type { RouterOutputs } from "@/server/trpc/router";

type Page = RouterOutputs["connections"]["list"];
type Change = (connection: ConnectionView) => ConnectionView | null;

/** Changes one connection wherever it is shown, at once; null takes it out. The server's answer comes over it later. */
export function usePatchConnection(): (connectionId: string, change: Change) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (connectionId, change) => {
    cache.setQueriesData<InfiniteData<Page>>(trpc.connections.list.infiniteQueryFilter(), (data) => data && { ...data, pages: data.pages.map((page) => changePage(page, connectionId, change)) });
    cache.setQueryData(trpc.connections.get.queryKey({ connectionId }), (connection) => (connection && change(connection)) ?? connection);
  };
}

function changePage(page: Page, connectionId: string, change: Change): Page {
  return {
    ...page,
    connections: page.connections.flatMap((connection) => {
      const changed = connection.id === connectionId ? change(connection) : connection;
      return changed ? [changed] : [];
    }),
  };
}
