"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { callSnippets } from "@/components/connections/call-snippets";
import { exampleCall } from "@/components/connections/example-call";
import { useTRPC } from "@/components/providers/trpc";
import { CodeTabs } from "@/components/ui/code-tabs";
import { Section } from "@/components/ui/section";
import type { ConnectorView } from "@/server/catalog/schema";
import { ownConnectionsInput } from "./own-connections-input";

/** One harmless call, ready to copy: with the workspace's own connection where there is one. */
export function CallExample({ connector }: { connector: ConnectorView }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.connections.list.queryOptions(ownConnectionsInput(connector.id)));
  const [connection] = data.connections;
  const samples = callSnippets({
    origin: new URL(connector.callbackUrl).origin,
    connectionId: connection?.id ?? "CONNECTION_ID",
    call: exampleCall(connector.operations, connection?.inputs ?? {}),
  });
  return (
    <Section
      description={
        connection
          ? `This calls ${connector.name} through “${connection.name}”. The key is one of the workspace's API keys; ${connector.name}'s credential is added on the way.`
          : `Once connected, replace CONNECTION_ID. The key is one of the workspace's API keys; ${connector.name}'s credential is added on the way.`
      }
      title="Call it"
    >
      <CodeTabs samples={samples} />
    </Section>
  );
}
