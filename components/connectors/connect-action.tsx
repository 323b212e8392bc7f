"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ConnectButton } from "@/components/connect/connect-button";
import { useTRPC } from "@/components/providers/trpc";
import { ownConnectionsInput } from "./own-connections-input";

/** The page's one way in, worded for the first account and for one more. */
export function ConnectAction({ connectorId, connectorName }: { connectorId: string; connectorName: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useSuspenseQuery(trpc.connections.list.queryOptions(ownConnectionsInput(connectorId)));
  return (
    // An OAuth app may have been set up on the way: the page says so, and was made on the server.
    <ConnectButton connectorId={connectorId} connectorName={connectorName} onDone={() => router.refresh()} variant="primary">
      {data.connections.length > 0 ? "Connect another account" : `Connect ${connectorName}`}
    </ConnectButton>
  );
}
