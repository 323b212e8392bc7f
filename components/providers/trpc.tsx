"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useMemo } from "react";
import type { AppRouter } from "@/server/trpc/router";
import { createQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

type Clients = { queryClient: QueryClient; trpcClient: TRPCClient<AppRouter> };

/** By workspace, so that nothing of one is shown in another after a switch. */
const clientsOfTab = new Map<string, Clients>();

/** Gives everything below it `useTRPC()`, acting in the workspace of this slug; null acts in the last used one. */
export function TrpcProvider({ workspace, children }: { workspace: string | null; children: ReactNode }) {
  const { queryClient, trpcClient } = useMemo(() => clientsFor(workspace), [workspace]);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

function clientsFor(workspace: string | null): Clients {
  // On the server every rendered page has its own: a shared cache would show one person's data to another.
  if (typeof window === "undefined") return createClients(workspace);
  const key = workspace ?? "";
  const clients = clientsOfTab.get(key) ?? createClients(workspace);
  clientsOfTab.set(key, clients);
  return clients;
}

function createClients(workspace: string | null): Clients {
  const shared = {
    url: "/api/trpc",
    headers: workspace === null ? {} : { "x-workspace": workspace },
  };
  const trpcClient = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        // A mutation travels alone: it may take long, and it may set a cookie.
        condition: (operation) => operation.type === "mutation",
        true: httpLink(shared),
        false: httpBatchLink({ ...shared, maxItems: 20, maxURLLength: 4_000 }),
      }),
    ],
  });
  return { queryClient: createQueryClient(), trpcClient };
}
