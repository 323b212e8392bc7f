import { ConnectButton } from "@/components/connect/connect-button";
import { Button } from "@/components/ui/button";
import type { ConnectionView } from "@/server/connections/schema";
import type { Reader } from "./reader";
import { useConnectionActions } from "./use-connection-actions";

/** The one button that mends a connection, for those who may press it; whom to ask, for the others. */
export function MendButton({ connection, reader }: { connection: ConnectionView; reader: Reader }) {
  const { attention, id, mcpId, connectorName } = connection;
  const actions = useConnectionActions(connection);
  if (!attention) return null;
  if (!reader.canWrite) return <span className="text-muted text-sm">Ask a member or an admin</span>;
  switch (attention.action) {
    case "resume":
      return (
        <Button isLoading={actions.isSwitching} onClick={actions.resume}>
          Resume
        </Button>
      );
    case "retry":
      return (
        <Button isLoading={actions.isTesting} onClick={actions.test}>
          Test now
        </Button>
      );
    case "reconnect":
      return (
        <ConnectButton connectionId={id} connectorId={mcpId} connectorName={connectorName}>
          Reconnect
        </ConnectButton>
      );
    case "fix_app":
      return reader.isAdmin ? (
        <ConnectButton connectionId={id} connectorId={mcpId} connectorName={connectorName} isFixingApp>
          Fix the OAuth app
        </ConnectButton>
      ) : (
        <span className="text-muted text-sm">Ask an admin</span>
      );
  }
}
