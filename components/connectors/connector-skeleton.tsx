import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

const four = [0, 1, 2, 3];

/** A connector's page before its data. */
export function ConnectorSkeleton() {
  return (
    <SkeletonGroup label="Loading the connector">
      <Skeleton className="mb-4 h-5 w-44" />
      <div className="mb-8 flex gap-4">
        <Skeleton className="size-14 rounded-xl" />
        <div className="grid flex-1 content-start gap-2 pt-1">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="h-4 w-full max-w-120" />
        </div>
        <Skeleton className="hidden h-8 w-32 sm:block" />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_16.5rem]">
        <div>
          <Skeleton className="mb-4 h-5 w-36" />
          <div className="grid gap-4 sm:grid-cols-2">
            {four.map((block) => (
              <Skeleton className="h-28 rounded-lg" key={block} />
            ))}
          </div>
          <Skeleton className="mt-8 mb-4 h-5 w-20" />
          <Skeleton className="h-36 rounded-lg" />
        </div>
        <div className="grid content-start gap-5">
          {four.map((fact) => (
            <div className="grid gap-1.5" key={fact}>
              <Skeleton className="h-3.5 w-24" />
              <Skeleton className="h-4 w-48" />
            </div>
          ))}
        </div>
      </div>
    </SkeletonGroup>
  );
}
