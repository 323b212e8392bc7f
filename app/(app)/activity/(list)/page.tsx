import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, getQueryClient, HydrateClient, trpc } from "@/app/trpc-server";
import { Activity } from "@/components/activity/activity";
import { callFilterOf, readActivityFilter } from "@/components/activity/activity-filter";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Activity" };

type PageProps = { searchParams: Promise<Record<string, string>> };

export default async function ActivityPage({ searchParams }: PageProps) {
  const { user } = await requireMe();
  const filter = callFilterOf(readActivityFilter(new URLSearchParams(await searchParams)), Date.now());
  const [{ connections }] = await Promise.all([
    (await getCaller()).connections.list({ limit: 100 }),
    getQueryClient().prefetchInfiniteQuery(trpc.activity.list.infiniteQueryOptions(filter, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  ]);
  return (
    <HydrateClient>
      <PageHeader description="Every call through this workspace's connections, and what happened to it on the way." title="Activity" />
      <Activity connections={connections.map(({ id, name, mcpId, connectorName }) => ({ id, name, connectorId: mcpId, connectorName }))} me={{ id: user.id }} />
    </HydrateClient>
  );
}
