import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import { loadWizard } from "./load-wizard";

/** Fetches the wizard and what it shows ahead of the click. Put it on hover and focus of what opens it. */
export function usePrefetchWizard(): (connectorId: string) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (connectorId) => {
    void loadWizard();
    void cache.prefetchQuery(trpc.catalog.get.queryOptions({ connector: connectorId }));
    void cache.prefetchQuery(trpc.workspaces.me.queryOptions());
  };
}
