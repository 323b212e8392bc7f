import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import type { CallFilter } from "@/server/activity/schema";

const refetchEveryMs = 10_000;

export type CallsQuery = ReturnType<typeof useCalls>;

/** The calls that fit the filter, newest first, kept up to date until older ones were asked for. */
export function useCalls(filter: CallFilter) {
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.activity.list.infiniteQueryOptions(filter, { getNextPageParam: ({ nextCursor }) => nextCursor }),
    // Every page that was loaded is asked for anew, so further ones hold still.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : refetchEveryMs),
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  return { ...query, calls: pages.flatMap(({ calls }) => calls), lookedBackTo: pages.at(-1)?.lookedBackTo ?? null };
}
