import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";

/** After a connection changed: asks anew for everything that shows connections, the count in the navigation included. */
export function useRefreshConnections(): (what?: { /** It is not there any more: nothing about it alone is asked. */ isGone: boolean }) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return ({ isGone } = { isGone: false }) => {
    const { list, attentionCount } = trpc.connections;
    const filters = isGone ? [list.pathFilter(), attentionCount.pathFilter()] : [trpc.connections.pathFilter()];
    for (const filter of [...filters, trpc.catalog.pathFilter()]) void cache.invalidateQueries(filter);
  };
}
