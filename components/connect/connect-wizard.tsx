"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/providers/trpc";
import { useRefreshConnections } from "@/components/connections/use-refresh-connections";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { LogoTile } from "@/components/ui/logo-tile";
import type { ConnectionView } from "@/server/connections/schema";
import { AccountStep } from "./account-step";
import { ConnectStep } from "./connect-step";
import type { ConnectRequest } from "./connect-request";
import { DoneStep } from "./done-step";
import { StepLine } from "./step-line";
import { useReturnedFlow } from "./use-returned-flow";
import { WizardFailure } from "./wizard-failure";
import { WizardSkeleton } from "./wizard-skeleton";

type ConnectWizardProps = {
  request: ConnectRequest;
  onClose: () => void;
  onDone?: ((connectionId: string) => void) | undefined;
};

export type Connected = {
  connection: ConnectionView;
  /** What the vendor did not grant, or null. */
  note: string | null;
  /** Of a connection that was changed: whose account it was before. */
  previousAccount: string | null;
};

/** From "Connect" to a working connection in at most three steps: the way in, the account found, what to do now. */
export function ConnectWizard({ request, onClose, onDone }: ConnectWizardProps) {
  const { connectorId, connectorName, connectionId } = request;
  const trpc = useTRPC();
  const refresh = useRefreshConnections();
  const connector = useQuery(trpc.catalog.get.queryOptions({ connector: connectorId }));
  const me = useQuery(trpc.workspaces.me.queryOptions());
  const before = useQuery({ ...trpc.connections.get.queryOptions({ connectionId: connectionId ?? "" }), enabled: connectionId !== undefined });
  // A rotation asks for the secret alone; the server keeps the rest.
  const hasKnown = connectionId !== undefined && request.purpose !== "rotate";
  const known = useQuery({ ...trpc.connections.knownValues.queryOptions({ connectionId: connectionId ?? "" }), enabled: hasKnown, staleTime: 0, gcTime: 0, refetchOnWindowFocus: false });
  const returned = useReturnedFlow(request.flowId);
  const [made, setConnected] = useState<Connected | null>(null);
  const connected = made ?? returned.data ?? null;
  const [isFinished, setFinished] = useState(false);
  // Of one step alone there is nothing to count.
  const isNew = connectionId === undefined;

  const close = () => {
    onClose();
    if (connected) onDone?.(connected.connection.id);
  };
  const failed = [connector, me, ...(isNew ? [] : [before]), ...(request.flowId === undefined ? [] : [returned])].find((query) => query.isError);
  const isLoaded = connector.data && me.data && (isNew || before.data) && (!hasKnown || !known.isPending) && (request.flowId === undefined || connected);
  return (
    <Dialog onOpenChange={close} open>
      <DialogContent
        // Hangs from the top: were it centred, each hint that appears would move what is being pressed.
        className="sm:mt-[8dvh]! sm:mb-auto!"
        description={<StepLine isNew={isNew} step={isFinished ? "done" : connected ? "account" : "connect"} />}
        icon={connector.data ? <LogoTile logo={connector.data.logo} /> : <LogoTile slug={connectorId} />}
        // Pressing beside the dialog by mistake must not throw away what was typed.
        onInteractOutside={(event) => event.preventDefault()}
        title={connected && isNew ? `${connectorName} is connected` : titleOf(request, before.data?.name, connectorName)}
      >
        {failed ? (
          <WizardFailure error={failed.error} onRetry={() => void failed.refetch()} />
        ) : !isLoaded ? (
          <WizardSkeleton />
        ) : !connected ? (
          <ConnectStep
            before={before.data ?? null}
            connector={connector.data}
            known={known.data ?? {}}
            me={me.data}
            onConnected={(result) => {
              setConnected(result);
              if (!isNew) setFinished(true);
              refresh();
            }}
            request={request}
          />
        ) : !isFinished ? (
          <AccountStep
            connected={connected}
            connector={connector.data}
            onSaved={(connection) => {
              setConnected({ ...connected, connection });
              setFinished(true);
            }}
            workspaceName={me.data.current?.name ?? "the workspace"}
          />
        ) : (
          <DoneStep connected={connected} connector={connector.data} isNew={isNew} onClose={close} purpose={request.purpose} />
        )}
      </DialogContent>
    </Dialog>
  );
}

function titleOf({ connectionId, purpose }: ConnectRequest, name: string | undefined, connectorName: string): string {
  if (connectionId === undefined) return `Connect ${connectorName}`;
  return purpose === "rotate" ? `Rotate the credential of ${name ?? connectorName}` : `Reconnect ${name ?? connectorName}`;
}
