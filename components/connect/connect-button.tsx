"use client";

import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import type { ConnectRequest } from "./connect-request";
import { openWizard } from "./open-wizard";
import { usePrefetchWizard } from "./use-prefetch-wizard";

type ConnectButtonProps = ConnectRequest &
  Omit<ComponentProps<typeof Button>, "asChild" | "onClick"> & {
    /** Called with the connection's id once the wizard is closed after it connected. */
    onDone?: (connectionId: string) => void;
  };

/** Opens the connection wizard: "Connect" on cards and pages, "Reconnect" where a connection broke. */
export function ConnectButton({ connectorId, connectorName, connectionId, purpose, isFixingApp, authKind, pasted, onDone, children, ...button }: ConnectButtonProps) {
  const prefetch = usePrefetchWizard();
  const request: ConnectRequest = { connectorId, connectorName, connectionId, purpose, isFixingApp, authKind, pasted };
  return (
    <Button aria-haspopup="dialog" onFocus={() => prefetch(connectorId)} onPointerEnter={() => prefetch(connectorId)} {...button} onClick={() => openWizard({ request, onDone })}>
      {children ?? "Connect"}
    </Button>
  );
}
