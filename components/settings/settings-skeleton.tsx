import { Card } from "@/components/ui/card";
import { List, ListRow } from "@/components/ui/list";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** Settings made of forms. */
export function FormsSkeleton() {
  return (
    <SkeletonGroup>
      {[0, 1].map((form) => (
        <div className="mt-8 first-of-type:mt-0" key={form}>
          <Skeleton className="mb-4 h-5 w-28" />
          <Card>
            <div className="grid gap-5 p-5">
              {[0, 1].map((field) => (
                <div className="grid gap-2" key={field}>
                  <Skeleton className="h-4 w-20" />
                  <Skeleton className="h-8" />
                </div>
              ))}
            </div>
            <div className="flex justify-end rounded-b-lg border-t bg-surface-sunken px-5 py-3">
              <Skeleton className="h-8 w-24" />
            </div>
          </Card>
        </div>
      ))}
    </SkeletonGroup>
  );
}

/** Settings made of one list. */
export function ListSkeleton() {
  return (
    <SkeletonGroup>
      <Skeleton className="mb-2 h-5 w-28" />
      <Skeleton className="mb-3 h-4 w-72 max-w-full" />
      <List>
        {[0, 1, 2, 3].map((row) => (
          <ListRow className="min-h-14" key={row}>
            <Skeleton className="size-8" />
            <div className="grid flex-1 gap-2">
              <Skeleton className="h-4 w-36" />
              <Skeleton className="h-3.5 w-52 max-w-full" />
            </div>
            <Skeleton className="h-7 w-16" />
          </ListRow>
        ))}
      </List>
    </SkeletonGroup>
  );
}
