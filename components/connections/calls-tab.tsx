import { useInfiniteQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { Table, TableHead, Td, Th, Tr } from "@/components/ui/table";
import { CallStatus } from "./call-status";
import { formatDuration } from "./format-duration";

const refetchEveryMs = 10_000;

/** The calls that went through a connection, newest first. Bodies and queries are not kept. */
export function CallsTab({ connectionId }: { connectionId: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.connections.calls.infiniteQueryOptions({ connectionId }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    refetchInterval: refetchEveryMs,
  });
  const calls = query.data?.pages.flatMap((page) => page.calls) ?? [];
  if (query.isPending) {
    return (
      <SkeletonGroup className="grid gap-2" label="Loading calls">
        <Skeleton className="h-8" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </SkeletonGroup>
    );
  }
  if (query.isError && calls.length === 0) {
    return (
      <Banner action={<Button onClick={() => void query.refetch()}>Try again</Button>} title="The calls could not be loaded" tone="danger">
        {readFailure(query.error).message}
      </Banner>
    );
  }
  if (calls.length === 0) {
    return (
      <EmptyState actions={<Button onClick={() => window.history.replaceState(null, "", "?tab=try")}>Try a call</Button>} icon={<ArrowLeftRight aria-hidden />} title="No calls yet">
        Every call through this connection appears here with its status, duration and who made it.
      </EmptyState>
    );
  }
  return (
    <>
      <Table label="Calls through this connection">
        <TableHead>
          <Th>Answer</Th>
          <Th>Call</Th>
          <Th isNumeric>Took</Th>
          <Th>When</Th>
          <Th>By</Th>
        </TableHead>
        <tbody>
          {calls.map(({ id, method, host, path, status, errorCode, durationMs, actorName, createdAt }) => (
            <Tr key={id}>
              <Td>
                <CallStatus errorCode={errorCode} status={status} />
              </Td>
              <Td className="max-w-[30rem]">
                <span className="flex min-w-40 items-baseline gap-2 font-mono text-sm" title={`${host}${path}`}>
                  <span className="shrink-0 text-muted text-xs">{method}</span>
                  <span className="truncate">{path}</span>
                </span>
              </Td>
              <Td className="whitespace-nowrap" isNumeric>
                {formatDuration(durationMs)}
              </Td>
              <Td className="whitespace-nowrap text-muted">
                <RelativeTime at={createdAt} />
              </Td>
              <Td className="max-w-40 truncate text-muted">{actorName ?? "Unknown"}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {query.hasNextPage ? (
        <p className="mt-3 text-center">
          <Button isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Load more
          </Button>
        </p>
      ) : null}
    </>
  );
}
