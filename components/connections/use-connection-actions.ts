import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { toast } from "@/components/ui/toast";
import type { ConnectionView } from "@/server/connections/schema";
import { usePatchConnection } from "./use-patch-connection";
import { useRefreshConnections } from "./use-refresh-connections";

/** What can be done to a connection with one press: pause and resume (shown at once, with undo), and test. */
export function useConnectionActions(connection: ConnectionView) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const patch = usePatchConnection();
  const refresh = useRefreshConnections();
  const { id, name } = connection;
  const input = { connectionId: id };
  const show = (changed: ConnectionView) => patch(id, () => changed);
  const showPaused = async (isPaused: boolean) => {
    // An answer that is on its way would show what was before.
    await cache.cancelQueries(trpc.connections.pathFilter());
    patch(id, (current) => ({ ...current, isPaused }));
  };
  const turnBack = (error: unknown) => {
    patch(id, (current) => ({ ...current, isPaused: connection.isPaused }));
    toast({ tone: "danger", title: readFailure(error).message });
  };

  const resume = useMutation({
    ...trpc.connections.resume.mutationOptions(),
    onMutate: () => showPaused(false),
    onSuccess: (changed) => {
      show(changed);
      toast({ title: `${name} is resumed. Calls go through again.`, action: { label: "Undo", onSelect: () => pauseAgain.mutate(input) } });
    },
    onError: turnBack,
    onSettled: () => refresh(),
  });
  const pause = useMutation({
    ...trpc.connections.pause.mutationOptions(),
    onMutate: () => showPaused(true),
    onSuccess: (changed) => {
      show(changed);
      toast({ title: `${name} is paused. Calls are refused until it is resumed.`, action: { label: "Undo", onSelect: () => resumeAgain.mutate(input) } });
    },
    onError: turnBack,
    onSettled: () => refresh(),
  });
  // Undoing says nothing more, or two toasts would take turns for ever.
  const resumeAgain = useMutation({ ...trpc.connections.resume.mutationOptions(), onSuccess: show, onError: turnBack, onSettled: () => refresh() });
  const pauseAgain = useMutation({ ...trpc.connections.pause.mutationOptions(), onSuccess: show, onError: turnBack, onSettled: () => refresh() });

  const test = useMutation({
    ...trpc.connections.test.mutationOptions(),
    onSuccess: (tested) => {
      show(tested);
      if (tested.health === "healthy") toast({ tone: "positive", title: `${name} works.`, description: `${tested.connectorName} answered a moment ago.` });
      else toast({ tone: tested.health === "failing" ? "danger" : "warning", title: `${name} does not work as it should.`, description: tested.lastError ?? tested.healthReason ?? undefined });
    },
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
    onSettled: () => refresh(),
  });

  return {
    pause: () => pause.mutate(input),
    resume: () => resume.mutate(input),
    test: () => test.mutate(input),
    isTesting: test.isPending,
    isSwitching: pause.isPending || resume.isPending,
  };
}
