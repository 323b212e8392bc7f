import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { Marketplace } from "@/components/marketplace/marketplace";
import { MarketplaceHeader } from "@/components/marketplace/marketplace-header";

export const metadata: Metadata = { title: "Marketplace" };

export default async function MarketplacePage() {
  prefetch(trpc.catalog.list.queryOptions());
  prefetch(trpc.catalog.states.queryOptions());
  const { current } = await requireMe();
  return (
    <>
      <MarketplaceHeader />
      <HydrateClient>
        <Marketplace canConnect={current?.permissions.includes("connections:write") ?? false} />
      </HydrateClient>
    </>
  );
}
