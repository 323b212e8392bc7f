import { Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** The top of the marketplace, the same while it loads. */
export function MarketplaceHeader() {
  return (
    <PageHeader
      actions={
        <Button asChild>
          <Link href="/connectors/new" prefetch={false}>
            <Plus aria-hidden size={14} />
            Add your own
          </Link>
        </Button>
      }
      description="Connect an account once. Everything in this workspace can use it."
      title="Marketplace"
    />
  );
}
