import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** The page's shape while a call is loaded. */
export function CallSkeleton() {
  return (
    <SkeletonGroup label="Loading the call">
      <Skeleton className="mb-4 h-4 w-48" />
      <div className="mb-6 flex items-center gap-4">
        <Skeleton className="size-10 rounded-lg" />
        <span className="grid flex-1 gap-2">
          <Skeleton className="h-6 w-72 max-w-full" />
          <Skeleton className="h-4 w-52 max-w-full" />
        </span>
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-3">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-6 w-80 max-w-full" />
          <Skeleton className="h-6 w-64 max-w-full" />
          <Skeleton className="mt-5 h-5 w-24" />
          <Skeleton className="h-40 rounded-lg" />
          <Skeleton className="mt-5 h-5 w-24" />
          <Skeleton className="h-56 rounded-lg" />
        </div>
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </SkeletonGroup>
  );
}
