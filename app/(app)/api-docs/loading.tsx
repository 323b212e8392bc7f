import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader description="Everything that can be done over HTTP: what to send, what comes back, and a way to try it." title="API" />
      <SkeletonGroup className="grid gap-x-12 gap-y-8 lg:grid-cols-[13rem_minmax(0,1fr)]" label="Loading the API reference">
        <Skeleton className="h-8 lg:h-96" />
        <div className="grid gap-4">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-64 rounded-lg" />
          <Skeleton className="h-96 rounded-lg" />
        </div>
      </SkeletonGroup>
    </>
  );
}
