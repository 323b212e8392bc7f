import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** The shape of a connection's page while it is loaded. */
export function ConnectionSkeleton() {
  return (
    <SkeletonGroup label="Loading the connection">
      <PageHeader
        actions={<Skeleton className="h-8 w-40" />}
        breadcrumbs={<Breadcrumbs current="…" parents={[{ label: "Connections", href: "/connections" }]} />}
        description={<Skeleton className="mt-1 h-4 w-44" />}
        media={<Skeleton className="size-10 rounded-lg" />}
        title={<Skeleton className="h-6 w-56" />}
      />
      <Skeleton className="h-9" />
      <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Skeleton className="h-80 rounded-lg" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    </SkeletonGroup>
  );
}
