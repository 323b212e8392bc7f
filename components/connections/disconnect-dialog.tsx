import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ConnectionView } from "@/server/connections/schema";
import { DependentsNote } from "./dependents-note";
import { keepFocus } from "./keep-focus";
import { usePatchConnection } from "./use-patch-connection";
import { useRefreshConnections } from "./use-refresh-connections";

type DisconnectDialogProps = {
  connection: ConnectionView;
  onClose: () => void;
  /** Where to go afterwards; the page of the connection is gone then. */
  goesTo?: string | undefined;
};

/** Asks before a connection is destroyed, and says what happens at the vendor. */
export function DisconnectDialog({ connection, onClose, goesTo }: DisconnectDialogProps) {
  const { id, name, connectorName, authKind } = connection;
  const trpc = useTRPC();
  const router = useRouter();
  const patch = usePatchConnection();
  const refresh = useRefreshConnections();
  const disconnect = useMutation({
    ...trpc.connections.delete.mutationOptions(),
    onSuccess: ({ revoked, note }) => {
      toast({
        tone: note === null ? "neutral" : "warning",
        title: `${name} is disconnected.`,
        description: note ?? (revoked ? `${connectorName} confirmed that the access has ended.` : undefined),
        ...(note === null ? {} : { durationMs: 15_000 }),
      });
      onClose();
      patch(id, () => null);
      refresh({ isGone: true });
      if (goesTo === undefined) keepFocus();
      else router.push(goesTo);
    },
    onError: (error) => toast({ tone: "danger", title: readFailure(error).message }),
  });
  return (
    <ConfirmDialog confirmLabel="Disconnect" isBusy={disconnect.isPending} isOpen onConfirm={() => disconnect.mutate({ connectionId: id })} onOpenChange={onClose} title={`Disconnect ${name}?`}>
      <div className="grid gap-3">
        <DependentsNote connectionId={id} />
        <p>
          {authKind === "oauth2"
            ? `${connectorName} is asked to end the access, and you are told whether it did.`
            : `${connectorName} is not told: the credential still works there until you delete it at ${connectorName}.`}{" "}
          The stored credential is destroyed here, with the timeline of this connection. This cannot be undone.
        </p>
      </div>
    </ConfirmDialog>
  );
}
