import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMe } from "@/app/require-me";
import { getCaller, getQueryClient, HydrateClient, trpc } from "@/app/trpc-server";
import { ConnectionPage } from "@/components/connections/connection-page";
import { readerOf } from "@/components/connections/reader";
import { findConnection } from "../find-connection";

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await findConnection((await params).id))?.name ?? "Not found" };
}

export default async function ConnectionDetail({ params }: PageProps) {
  const { id: connectionId } = await params;
  const [me, connection] = await Promise.all([requireMe(), findConnection(connectionId)]);
  if (!connection) notFound();
  const cache = getQueryClient();
  cache.setQueryData(trpc.connections.get.queryKey({ connectionId }), connection);
  const [connector] = await Promise.all([
    (await getCaller()).catalog.get({ connector: connection.mcpId }),
    cache.prefetchInfiniteQuery(trpc.connections.events.infiniteQueryOptions({ connectionId }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
    cache.prefetchQuery(trpc.connections.dependents.queryOptions({ connectionId })),
  ]);
  return (
    <HydrateClient>
      <ConnectionPage connectionId={connectionId} connector={connector} reader={readerOf(me)} />
    </HydrateClient>
  );
}
