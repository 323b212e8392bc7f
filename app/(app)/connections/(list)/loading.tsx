import { ConnectionListSkeleton } from "@/components/connections/connection-list-skeleton";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader actions={<Skeleton className="h-8 w-38" />} description="Accounts that this workspace can use, and how they are doing." title="Connections" />
      <ConnectionListSkeleton />
    </>
  );
}
