import { MarketplaceHeader } from "@/components/marketplace/marketplace-header";
import { MarketplaceSkeleton } from "@/components/marketplace/marketplace-skeleton";

export default function MarketplaceLoading() {
  return (
    <>
      <MarketplaceHeader />
      <MarketplaceSkeleton />
    </>
  );
}
