import { PageHeader } from "@/components/ui/page-header";

/** The top of the marketplace, the same while it loads. */
export function MarketplaceHeader() {
  return <PageHeader description="Connect an account once. Everything in this workspace can use it." title="Marketplace" />;
}
