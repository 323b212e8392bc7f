"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { openWizard } from "@/components/connect/open-wizard";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { ConnectorView } from "@/server/catalog/schema";
import { CallsTab } from "./calls-tab";
import { ConnectionHeader } from "./connection-header";
import { ConnectionOverview } from "./connection-overview";
import { ConnectionSettings } from "./connection-settings";
import type { Reader } from "./reader";
import { TryIt } from "./try-it";

const refetchEveryMs = 20_000;
const afterHydrationMs = 250;
const tabs = ["overview", "try", "calls", "settings"] as const;

type ConnectionPageProps = { connectionId: string; connector: ConnectorView; reader: Reader };

/** One connection: how it is doing, a place to try it, what went through it, and how it is set up. */
export function ConnectionPage({ connectionId, connector, reader }: ConnectionPageProps) {
  const trpc = useTRPC();
  const params = useSearchParams();
  const wanted = params.get("tab");
  const flowId = params.get("flow");
  const { data: connection, error } = useQuery({ ...trpc.connections.get.queryOptions({ connectionId }), refetchInterval: refetchEveryMs });
  useEffect(() => {
    if (flowId === null) return;
    // A dialog hides the rest from screen readers, which must not happen to a page that is still being hydrated.
    const timer = setTimeout(() => {
      // Shown once: going back or reloading must not open it again.
      window.history.replaceState(null, "", `/connections/${connectionId}`);
      openWizard({ request: { connectorId: connector.id, connectorName: connector.name, flowId } });
    }, afterHydrationMs);
    return () => clearTimeout(timer);
  }, [connectionId, connector.id, connector.name, flowId]);
  if (!connection) return null;
  const offered = tabs.filter((tab) => !connector.isDatabase || (tab !== "try" && tab !== "calls"));
  const tab = offered.find((each) => each === wanted) ?? "overview";
  return (
    <>
      {readFailure(error).code === "NOT_FOUND" ? (
        <Banner
          action={
            <Button asChild>
              <Link href="/connections">See connections</Link>
            </Button>
          }
          className="mb-4"
          isAlert
          title="This connection is not here any more"
          tone="warning"
        >
          Someone disconnected it, or made it private, while this page was open.
        </Banner>
      ) : null}
      <ConnectionHeader connection={connection} connector={connector} reader={reader} />
      <Tabs
        // Without a round trip: every tab's data is asked for by the tab itself.
        onValueChange={(next) => window.history.replaceState(null, "", next === "overview" ? `/connections/${connectionId}` : `?tab=${next}`)}
        value={tab}
      >
        <TabsList aria-label="Parts of this page">
          <TabsTrigger value="overview">Overview</TabsTrigger>
          {connector.isDatabase ? null : (
            <>
              <TabsTrigger value="try">Try it</TabsTrigger>
              <TabsTrigger value="calls">Calls</TabsTrigger>
            </>
          )}
          <TabsTrigger value="settings">Settings</TabsTrigger>
        </TabsList>
        <TabsContent value="overview">
          <ConnectionOverview connection={connection} connector={connector} reader={reader} />
        </TabsContent>
        <TabsContent value="try">
          <TryIt connection={connection} connector={connector} reader={reader} />
        </TabsContent>
        <TabsContent value="calls">
          <CallsTab connectionId={connectionId} />
        </TabsContent>
        <TabsContent value="settings">
          <ConnectionSettings connection={connection} connector={connector} reader={reader} />
        </TabsContent>
      </Tabs>
    </>
  );
}
