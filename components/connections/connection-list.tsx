"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { List } from "@/components/ui/list";
import { Section } from "@/components/ui/section";
import type { ConnectionView } from "@/server/connections/schema";
import { AttentionRow } from "./attention-row";
import { connectionsHref, type ConnectionFilter, readConnectionFilter } from "./connection-filter";
import { ConnectionFilters } from "./connection-filters";
import { ConnectionListHead } from "./connection-list-head";
import { ConnectionRow } from "./connection-row";
import { FirstConnections, type PopularConnector } from "./first-connections";
import type { Reader } from "./reader";

const refetchEveryMs = 20_000;

type ConnectionListProps = {
  reader: Reader;
  connectors: readonly { id: string; name: string }[];
  popular: readonly PopularConnector[];
};

/** Every connection of the workspace: what needs someone on top, then the rest, a page at a time, kept up to date. */
export function ConnectionList({ reader, connectors, popular }: ConnectionListProps) {
  const filter = readConnectionFilter(new URLSearchParams(useSearchParams()));
  const attention = useConnections(filter, true);
  const rest = useConnections(filter, false);
  const isFiltered = Object.keys(filter).length > 0;
  const failed = [attention, rest].find((query) => query.isError && query.rows.length === 0);
  const isEmpty = attention.isSuccess && rest.isSuccess && attention.rows.length + rest.rows.length === 0;

  if (isEmpty && !isFiltered) return <FirstConnections canConnect={reader.canWrite} connectors={popular} />;
  return (
    <>
      <ConnectionFilters
        connectors={withNew(connectors, [...attention.rows, ...rest.rows])}
        filter={filter}
        // Without a round trip: the queries below follow the address by themselves.
        onFilterChange={(next) => window.history.replaceState(null, "", connectionsHref(next))}
      />
      {failed ? (
        <Banner action={<Button onClick={() => void failed.refetch()}>Try again</Button>} title="The connections could not be loaded" tone="danger">
          {readFailure(failed.error).message}
        </Banner>
      ) : null}
      {!failed && (attention.isRefetchError || rest.isRefetchError) ? (
        <Banner action={<Button onClick={() => void Promise.all([attention.refetch(), rest.refetch()])}>Try again</Button>} className="mb-4" tone="warning">
          This may be out of date: Patchbay does not answer just now.
        </Banner>
      ) : null}
      {attention.rows.length > 0 ? (
        <div className="mb-8">
          <Section count={attention.hasNextPage ? undefined : attention.rows.length} title="Needs attention">
            <List>
              {attention.rows.map((connection) => (
                <AttentionRow connection={connection} key={connection.id} reader={reader} />
              ))}
            </List>
            <More query={attention} />
          </Section>
        </div>
      ) : null}
      {rest.rows.length > 0 ? (
        <section aria-label={attention.rows.length > 0 ? "Everything else" : "All connections"}>
          {attention.rows.length > 0 ? <h2 className="mb-3 text-base">Everything else</h2> : null}
          <ConnectionListHead />
          <List className={rest.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}>
            {rest.rows.map((connection) => (
              <ConnectionRow connection={connection} key={connection.id} reader={reader} />
            ))}
          </List>
          <More query={rest} />
        </section>
      ) : null}
      {isEmpty && isFiltered ? (
        <EmptyState actions={<Button onClick={() => window.history.replaceState(null, "", connectionsHref({}))}>Show all</Button>} title="No connection matches">
          Nothing here is all of that at once. Choose less, or show all.
        </EmptyState>
      ) : null}
    </>
  );
}

/** One that was connected since the page was made can be filtered by too. */
function withNew(connectors: ConnectionListProps["connectors"], rows: readonly ConnectionView[]): ConnectionListProps["connectors"] {
  const found = new Map([...connectors.map(({ id, name }) => [id, name] as const), ...rows.map(({ mcpId, connectorName }) => [mcpId, connectorName] as const)]);
  return [...found].map(([id, name]) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name));
}

type ConnectionsQuery = ReturnType<typeof useConnections>;

function useConnections(filter: ConnectionFilter, needsAttention: boolean) {
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.connections.list.infiniteQueryOptions({ ...filter, needsAttention }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    refetchInterval: refetchEveryMs,
    placeholderData: keepPreviousData,
  });
  return { ...query, rows: query.data?.pages.flatMap(({ connections }) => connections) ?? [] };
}

function More({ query }: { query: ConnectionsQuery }) {
  if (!query.hasNextPage) return null;
  return (
    <p className="mt-3 text-center">
      <Button isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Load more
      </Button>
    </p>
  );
}
