import { useInfiniteQuery } from "@tanstack/react-query";
import { Activity, Cable, CircleAlert, Eye, KeyRound, type LucideIcon, Pause, PencilLine, Play, RefreshCw, Settings2 } from "lucide-react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import type { RouterOutputs } from "@/server/trpc/router";

type EventKind = RouterOutputs["connections"]["events"]["events"][number]["kind"];

const icons: Record<EventKind, LucideIcon> = {
  connected: Cable,
  reconnected: Cable,
  refreshed: RefreshCw,
  refresh_failed: CircleAlert,
  checked: Activity,
  paused: Pause,
  resumed: Play,
  renamed: PencilLine,
  settings_changed: Settings2,
  visibility_changed: Eye,
  rotated: KeyRound,
  health_changed: Activity,
};

/** What happened to a connection, newest first. */
export function Timeline({ connectionId }: { connectionId: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(trpc.connections.events.infiniteQueryOptions({ connectionId }, { getNextPageParam: ({ nextCursor }) => nextCursor }));
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Section title="What happened">
      {query.isPending ? (
        <SkeletonGroup className="grid gap-3" label="Loading the timeline">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </SkeletonGroup>
      ) : null}
      {query.isError && events.length === 0 ? (
        <Banner action={<Button onClick={() => void query.refetch()}>Try again</Button>} title="The timeline could not be loaded" tone="danger">
          {readFailure(query.error).message}
        </Banner>
      ) : null}
      <ol>
        {events.map(({ id, kind, message, actorName, createdAt }, place) => {
          const Icon = icons[kind];
          return (
            <li className="relative flex gap-3 pb-4 last:pb-0" key={id}>
              {place < events.length - 1 ? <span aria-hidden className="absolute top-7 bottom-0.5 left-3 w-px bg-border" /> : null}
              <span className={cn("grid size-6 shrink-0 place-items-center rounded-full border bg-surface-raised", kind === "refresh_failed" ? "border-danger text-danger" : "text-muted")}>
                <Icon aria-hidden size={12} />
              </span>
              <div className="min-w-0 flex-1 pt-0.5">
                <p className="break-words text-sm">{message}</p>
                <p className="text-faint text-xs">
                  {actorName ?? "Patchbay"} · <RelativeTime at={createdAt} />
                </p>
              </div>
            </li>
          );
        })}
      </ol>
      {query.hasNextPage ? (
        <Button className="mt-3" isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} size="sm">
          Show earlier
        </Button>
      ) : null}
    </Section>
  );
}
