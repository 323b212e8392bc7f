import { Activity, ArrowUpRight, Ellipsis, KeyRound, PencilLine, RefreshCw, Unplug } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { openWizard } from "@/components/connect/open-wizard";
import { usePrefetchWizard } from "@/components/connect/use-prefetch-wizard";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { ConnectionView } from "@/server/connections/schema";
import type { Reader } from "./reader";
import { useConnectionActions } from "./use-connection-actions";

const DisconnectDialog = dynamic(() => import("./disconnect-dialog").then((file) => file.DisconnectDialog), { ssr: false });
const RenameDialog = dynamic(() => import("./rename-dialog").then((file) => file.RenameDialog), { ssr: false });

type ConnectionMenuProps = {
  connection: ConnectionView;
  reader: Reader;
  /** On the connection's own page: no link to it, and away from it once it is gone. */
  isOnItsPage?: boolean;
};

/** Everything that can be done to one connection. */
export function ConnectionMenu({ connection, reader, isOnItsPage = false }: ConnectionMenuProps) {
  const { id, mcpId, name, connectorName, authKind } = connection;
  const actions = useConnectionActions(connection);
  const prefetch = usePrefetchWizard();
  const [shown, setShown] = useState<"rename" | "disconnect" | null>(null);
  const close = () => setShown(null);
  const request = { connectorId: mcpId, connectorName, connectionId: id };
  if (!reader.canWrite) return null;
  return (
    <>
      <DropdownMenu onOpenChange={(isOpen) => isOpen && prefetch(mcpId)}>
        <DropdownMenuTrigger asChild>
          <IconButton aria-busy={actions.isTesting} label={`Actions for ${name}`}>
            <Ellipsis aria-hidden size={16} />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {isOnItsPage ? null : (
            <DropdownMenuItem asChild>
              <Link href={`/connections/${id}`}>
                <ArrowUpRight aria-hidden className="text-muted" size={14} />
                Open
              </Link>
            </DropdownMenuItem>
          )}
          <DropdownMenuItem icon={<Activity aria-hidden size={14} />} onSelect={actions.test}>
            Test now
          </DropdownMenuItem>
          <DropdownMenuItem icon={<RefreshCw aria-hidden size={14} />} onSelect={() => openWizard({ request })}>
            Reconnect
          </DropdownMenuItem>
          {authKind === "oauth2" ? null : (
            <DropdownMenuItem icon={<KeyRound aria-hidden size={14} />} onSelect={() => openWizard({ request: { ...request, purpose: "rotate" } })}>
              Rotate credential
            </DropdownMenuItem>
          )}
          <DropdownMenuItem icon={<PencilLine aria-hidden size={14} />} onSelect={() => setShown("rename")}>
            Rename
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem icon={<Unplug aria-hidden size={14} />} isDangerous onSelect={() => setShown("disconnect")}>
            Disconnect
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {shown === "rename" ? <RenameDialog connection={connection} onClose={close} /> : null}
      {shown === "disconnect" ? <DisconnectDialog connection={connection} goesTo={isOnItsPage ? "/connections" : undefined} onClose={close} /> : null}
    </>
  );
}
