"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import { CountBadge } from "@/components/ui/count-badge";

const refetchEveryMs = 60_000;

/** How many connections need someone, kept up to date in the navigation. */
export function AttentionBadge({ initial }: { initial: number }) {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.connections.attentionCount.queryOptions(), initialData: initial, refetchInterval: refetchEveryMs });
  return <CountBadge count={data} label="need attention" tone="warning" />;
}
