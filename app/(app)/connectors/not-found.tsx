import { SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export default function ConnectorNotFound() {
  return (
    <>
      <PageHeader title="No connector at this address" />
      <EmptyState
        actions={
          <Button asChild variant="primary">
            <Link href="/">Search the marketplace</Link>
          </Button>
        }
        icon={<SearchX />}
        title="The catalog has no connector of this name"
      >
        The address may be misspelt. The marketplace finds connectors by name, by maker and by what they do.
      </EmptyState>
    </>
  );
}
