import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import type { Connected } from "./connect-wizard";

/** What a sign-in connected that took the whole tab and came back; nothing without one. */
export function useReturnedFlow(flowId: string | undefined) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useQuery({
    queryKey: ["returned-flow", flowId],
    enabled: flowId !== undefined,
    staleTime: Infinity,
    queryFn: async (): Promise<Connected | null> => {
      const flow = await cache.fetchQuery(trpc.oauth.flow.queryOptions({ flowId: flowId ?? "" }));
      if (flow.connectionId === null) return null;
      const connection = await cache.fetchQuery(trpc.connections.get.queryOptions({ connectionId: flow.connectionId }));
      return { connection, note: flow.message, previousAccount: null };
    },
  });
}
