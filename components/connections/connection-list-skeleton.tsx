import { cn } from "@/components/ui/cn";
import { List, ListRow } from "@/components/ui/list";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { ConnectionListHead } from "./connection-list-head";
import { listColumns } from "./list-columns";

const rows = ["one", "two", "three", "four", "five", "six"];

/** The list's shape while it is loaded. */
export function ConnectionListSkeleton() {
  return (
    <SkeletonGroup label="Loading connections">
      <div className="mb-3 flex gap-2">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-8 w-34" />
        <Skeleton className="h-8 w-40" />
      </div>
      <ConnectionListHead />
      <List>
        {rows.map((row) => (
          <ListRow className={cn(listColumns, "min-h-15")} key={row}>
            <Skeleton className="size-8" />
            <span className="grid gap-1.5">
              <Skeleton className="h-4 w-40 max-w-full" />
              <Skeleton className="h-3.5 w-28" />
            </span>
            <Skeleton className="h-4 w-24 max-md:hidden" />
            <Skeleton className="h-4 w-16 max-lg:hidden" />
            <Skeleton className="h-4 w-20 max-lg:hidden" />
            <Skeleton className="h-4 w-16 max-lg:hidden" />
            <Skeleton className="h-5 w-14 justify-self-end" />
          </ListRow>
        ))}
      </List>
    </SkeletonGroup>
  );
}
