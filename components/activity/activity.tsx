"use client";

import { Activity as ActivityIcon } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { readFailure } from "@/components/providers/read-failure";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { CallView } from "@/server/activity/call-view";
import { activityHref, type ActivityFilter, callFilterOf, readActivityFilter } from "./activity-filter";
import { ActivityFilters, type Choices } from "./activity-filters";
import { CallRowsSkeleton } from "./call-list-skeleton";
import { CallRows } from "./call-rows";
import { useCalls } from "./use-calls";

type ActivityProps = Pick<Choices, "connections"> & { me: { id: string } };

/** Every call of the workspace: what was asked, what came back, and what stood in between. */
export function Activity({ connections, me }: ActivityProps) {
  const filter = readActivityFilter(new URLSearchParams(useSearchParams()));
  const query = useCalls(callFilterOf(filter, Date.now()));
  const actors = useActors(me, query.calls, filter);
  const isFiltered = Object.keys(filter).length > 0;
  // Without a round trip: the query follows the address by itself.
  const show = (next: ActivityFilter) => window.history.replaceState(null, "", activityHref(next));
  const isEmpty = query.isSuccess && query.calls.length === 0;

  if (isEmpty && !isFiltered && !query.hasNextPage) return <NoCalls hasConnections={connections.length > 0} />;
  return (
    <>
      <ActivityFilters actors={actors} connections={connections} filter={filter} onFilterChange={show} />
      {query.isError && query.calls.length === 0 ? (
        <Banner action={<Button onClick={() => void query.refetch()}>Try again</Button>} title="The calls could not be loaded" tone="danger">
          {readFailure(query.error).message}
        </Banner>
      ) : null}
      {query.isRefetchError && query.calls.length > 0 ? (
        <Banner action={<Button onClick={() => void query.refetch()}>Try again</Button>} className="mb-4" tone="warning">
          This may be out of date: Patchbay does not answer just now.
        </Banner>
      ) : null}
      {query.isPending ? <CallRowsSkeleton /> : null}
      {isEmpty && !query.hasNextPage ? (
        <EmptyState actions={<Button onClick={() => show({})}>Show all</Button>} title="No call matches">
          Nothing in the history is all of that at once. Choose less, or show all.
        </EmptyState>
      ) : null}
      <CallRows label="Calls" query={query} />
    </>
  );
}

/** Whom one may filter by: the reader, and everybody seen since the page was opened. */
function useActors(me: { id: string }, calls: readonly CallView[], filter: ActivityFilter): Choices["actors"] {
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const added = calls.filter(({ actor }) => actor.id !== me.id && !seen.has(actor.id));
  if (added.length > 0) setSeen(new Map([...seen, ...added.map(({ actor }) => [actor.id, actor.name ?? "Someone who left"] as const)]));
  const others = [...seen].map(([id, name]) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name));
  const isUnknown = filter.actor !== undefined && filter.actor !== me.id && !seen.has(filter.actor);
  return [{ id: me.id, name: "Me" }, ...others, ...(isUnknown ? [{ id: filter.actor ?? "", name: "Somebody else" }] : [])];
}

function NoCalls({ hasConnections }: { hasConnections: boolean }) {
  return (
    <EmptyState
      actions={
        <Button asChild>
          <Link href={hasConnections ? "/connections" : "/"}>{hasConnections ? "Open a connection" : "Look at the marketplace"}</Link>
        </Button>
      }
      icon={<ActivityIcon aria-hidden />}
      title="No calls yet"
    >
      {hasConnections ? (
        <>Every call through a connection appears here within a second. Open one and press Try it, or call the proxy from your code with an <TextLink href="/settings/api-keys">API key</TextLink>.</>
      ) : (
        "Connect an account first. Every call through it then appears here, with what it waited for and what came back."
      )}
    </EmptyState>
  );
}
