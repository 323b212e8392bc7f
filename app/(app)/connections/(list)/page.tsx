import type { Metadata } from "next";
import Link from "next/link";
import { requireMe } from "@/app/require-me";
import { getCaller, getQueryClient, HydrateClient, trpc } from "@/app/trpc-server";
import { readConnectionFilter } from "@/components/connections/connection-filter";
import { ConnectionList } from "@/components/connections/connection-list";
import { readerOf } from "@/components/connections/reader";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Connections" };

type PageProps = { searchParams: Promise<Record<string, string>> };

const popularCount = 6;

export default async function ConnectionsPage({ searchParams }: PageProps) {
  const reader = readerOf(await requireMe());
  const filter = readConnectionFilter(new URLSearchParams(await searchParams));
  const listed = (needsAttention: boolean) => getQueryClient().prefetchInfiniteQuery(trpc.connections.list.infiniteQueryOptions({ ...filter, needsAttention }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  const [catalog] = await Promise.all([(await getCaller()).catalog.list(), listed(true), listed(false)]);
  const connectors = catalog.filter(({ connected }) => connected).map(({ id, name }) => ({ id, name }));
  const popular = catalog.toSorted((one, other) => other.popularity - one.popularity).slice(0, popularCount);
  return (
    <HydrateClient>
      <PageHeader
        actions={
          reader.canWrite ? (
            <Button asChild variant="primary">
              <Link href="/">Connect an account</Link>
            </Button>
          ) : null
        }
        description="Accounts that this workspace can use, and how they are doing."
        title="Connections"
      />
      <ConnectionList connectors={connectors} popular={popular.map(({ id, name, description, logo }) => ({ id, name, description, logo }))} reader={reader} />
    </HydrateClient>
  );
}
