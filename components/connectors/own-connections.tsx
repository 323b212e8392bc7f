"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { connectionsHref } from "@/components/connections/connection-filter";
import { ConnectionStateWord } from "@/components/connections/connection-state-word";
import { useTRPC } from "@/components/providers/trpc";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/row-link";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ownConnectionsInput } from "./own-connections-input";

/** What the workspace has connected of one connector; nothing while it has none. */
export function OwnConnections({ connectorId }: { connectorId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.connections.list.queryOptions(ownConnectionsInput(connectorId)));
  if (data.connections.length === 0) return null;
  return (
    <Section action={data.nextCursor ? <TextLink href={connectionsHref({ mcpId: connectorId })}>See all</TextLink> : null} title="Your connections">
      <List>
        {data.connections.map((connection) => (
          <ListRow isLinked key={connection.id}>
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium">
                <RowLink>
                  <Link href={`/connections/${connection.id}`}>{connection.name}</Link>
                </RowLink>
              </p>
              {connection.account.label && connection.account.label !== connection.name ? <p className="truncate text-muted text-sm">{connection.account.label}</p> : null}
            </div>
            <span className="hidden shrink-0 text-faint text-sm sm:inline">
              {connection.lastUsedAt ? (
                <>
                  used <RelativeTime at={connection.lastUsedAt} />
                </>
              ) : (
                "not used yet"
              )}
            </span>
            <ConnectionStateWord className="shrink-0" connection={connection} />
          </ListRow>
        ))}
      </List>
    </Section>
  );
}
