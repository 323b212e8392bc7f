import { Cable } from "lucide-react";
import Link from "next/link";
import { ConnectButton } from "@/components/connect/connect-button";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { List, ListRow } from "@/components/ui/list";
import { LogoTile } from "@/components/ui/logo-tile";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ConnectorSummary } from "@/server/catalog/schema";

export type PopularConnector = Pick<ConnectorSummary, "id" | "name" | "description" | "logo">;

/** Before the first connection: what would be here, and the popular ones one click away. */
export function FirstConnections({ connectors, canConnect }: { connectors: readonly PopularConnector[]; canConnect: boolean }) {
  return (
    <>
      <EmptyState
        actions={
          canConnect ? null : (
            <Button asChild>
              <Link href="/">Look at the marketplace</Link>
            </Button>
          )
        }
        icon={<Cable aria-hidden />}
        title="No connections yet"
      >
        {canConnect
          ? "Connect an account once. Then you call it from here, from your code and from agents, and Patchbay keeps it alive."
          : "When a member connects an account, it appears here with its health. Your role can look, not connect."}
      </EmptyState>
      {canConnect ? (
        <Section action={<TextLink href="/">All connectors</TextLink>} title="Popular to begin with">
          <List>
            {connectors.map(({ id, name, description, logo }) => (
              <ListRow key={id}>
                <LogoTile logo={logo} size={32} />
                <div className="min-w-0 flex-1">
                  <p className="font-medium">
                    <Link className="rounded-sm hover:underline" href={`/connectors/${id}`}>
                      {name}
                    </Link>
                  </p>
                  <p className="truncate text-muted text-sm">{description}</p>
                </div>
                <ConnectButton aria-label={`Connect ${name}`} connectorId={id} connectorName={name} />
              </ListRow>
            ))}
          </List>
        </Section>
      ) : null}
    </>
  );
}
