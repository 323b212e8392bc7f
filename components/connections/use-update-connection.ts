import { useMutation } from "@tanstack/react-query";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { toast } from "@/components/ui/toast";
import { usePatchConnection } from "./use-patch-connection";
import { useRefreshConnections } from "./use-refresh-connections";

/** Saves a change to a connection and says so; what goes wrong is told by field, or as one sentence. */
export function useUpdateConnection(saved: string, onRefused?: (fields: Record<string, string>) => void) {
  const trpc = useTRPC();
  const patch = usePatchConnection();
  const refresh = useRefreshConnections();
  const update = useMutation({
    ...trpc.connections.update.mutationOptions(),
    onSuccess: (changed) => {
      patch(changed.id, () => changed);
      refresh();
      toast({ title: saved });
    },
    onError: (error) => onRefused?.(readFieldErrors(error)),
  });
  const fields = readFieldErrors(update.error);
  return {
    save: update.mutate,
    isSaving: update.isPending,
    fields,
    failure: update.error && Object.keys(fields).length === 0 ? readFailure(update.error).message : null,
  };
}
