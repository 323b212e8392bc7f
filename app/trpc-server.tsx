import { dehydrate, type FetchQueryOptions, HydrationBoundary, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { createQueryClient } from "@/components/providers/query-client";
import { getRuntime } from "@/server/runtime/runtime";
import { createTrpcContext } from "@/server/trpc/context";
import { appRouter, createCaller } from "@/server/trpc/router";

const getContext = cache(async () => createTrpcContext(getRuntime(), { headers: await headers(), method: "GET" }));

/** The cache that one page being rendered fills for the browser. */
export const getQueryClient = cache(createQueryClient);

/** `trpc.<router>.<procedure>.queryOptions(input)` for pages; the keys are those of `useTRPC()` in the browser. */
export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: getQueryClient });

/** For what the page itself has to know: `const me = await (await getCaller()).workspaces.me()`. */
export async function getCaller(): Promise<ReturnType<typeof createCaller>> {
  return createCaller(await getContext());
}

/** Starts a query that the page's client components will read, without waiting for it. */
export function prefetch<Output, Problem, Data, Key extends QueryKey>(options: FetchQueryOptions<Output, Problem, Data, Key>): void {
  void getQueryClient().prefetchQuery(options);
}

/** Hands the browser what was prefetched, finished or still under way. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
