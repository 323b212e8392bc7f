"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { type FrameActions, FrameActionsProvider } from "@/components/layout/frame-actions";
import { useTRPC, useTRPCClient } from "./trpc";

/** Gives the frame what it can do: sign out, switch workspace, and find things for the palette. */
export function FrameWiring({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const actions = useMemo<FrameActions>(
    () => ({
      // A full load, so that nothing of the person or workspace before stays in memory.
      signOut: async () => {
        await client.account.signOut.mutate();
        window.location.assign("/sign-in");
      },
      switchWorkspace: async (slug) => {
        await client.workspaces.switch.mutate({ slug });
        window.location.assign("/");
      },
      loadPaletteItems: async () => {
        const { findPaletteEntries } = await import("./palette-entries");
        const [connectors, { connections }] = await Promise.all([
          cache.fetchQuery(trpc.catalog.list.queryOptions()),
          cache.fetchQuery(trpc.connections.list.queryOptions({ limit: 100 })),
        ]);
        return findPaletteEntries(connectors, connections);
      },
    }),
    [cache, client, trpc],
  );
  return <FrameActionsProvider actions={actions}>{children}</FrameActionsProvider>;
}
