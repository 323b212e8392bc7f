import { cn } from "@/components/ui/cn";
import { List, ListRow } from "@/components/ui/list";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { callColumns } from "./call-columns";
import { CallListHead } from "./call-list-head";

const rows = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The rows' shape while they are loaded. */
export function CallRowsSkeleton() {
  return (
    <SkeletonGroup label="Loading calls">
      <CallListHead />
      <List>
        {rows.map((row) => (
          <ListRow className={cn(callColumns, "max-md:h-15")} isDense key={row}>
            <Skeleton className="h-4 w-24 max-md:hidden" />
            <Skeleton className="size-6" />
            <Skeleton className="h-4 w-24 max-md:hidden" />
            <span className="grid gap-1.5">
              <Skeleton className="h-4 w-56 max-w-full" />
              <Skeleton className="h-3.5 w-28 md:hidden" />
            </span>
            <Skeleton className="h-4 w-12 max-2xl:hidden" />
            <Skeleton className="h-4 w-20 max-xl:hidden" />
            <Skeleton className="h-4 w-12 justify-self-end max-xl:hidden" />
            <Skeleton className="h-4 w-16 justify-self-end" />
          </ListRow>
        ))}
      </List>
    </SkeletonGroup>
  );
}

/** The page's shape: filters and rows. */
export function CallListSkeleton() {
  return (
    <>
      <div aria-hidden className="mb-2 flex flex-wrap gap-2">
        <Skeleton className="h-8 w-full sm:w-80" />
        <Skeleton className="h-8 w-36" />
        <Skeleton className="h-8 w-44" />
      </div>
      <div aria-hidden className="mb-3 flex gap-2">
        <Skeleton className="h-7 w-14 rounded-full" />
        <Skeleton className="h-7 w-18 rounded-full" />
        <Skeleton className="h-7 w-18 rounded-full" />
        <Skeleton className="h-7 w-18 rounded-full" />
      </div>
      <CallRowsSkeleton />
    </>
  );
}
