import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";
import { connectorGrid } from "./connector-grid";

const cards = Array.from({ length: 12 }, (_, place) => place);
const rows = Array.from({ length: 9 }, (_, place) => place);

/** The marketplace before its data. */
export function MarketplaceSkeleton() {
  return (
    <SkeletonGroup label="Loading the marketplace">
      <div className="flex gap-2">
        <Skeleton className="h-10 flex-1 pointer-coarse:h-11" />
        <Skeleton className="h-10 w-10 sm:w-36 pointer-coarse:h-11" />
      </div>
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-2.5 lg:mt-5 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <div className="flex gap-1.5 overflow-hidden lg:flex-col lg:gap-px">
          {rows.map((row) => (
            <div className="flex h-8 shrink-0 items-center lg:px-2" key={row}>
              <Skeleton className="h-4 w-24" />
            </div>
          ))}
        </div>
        <div>
          <div className="flex gap-1.5 overflow-hidden py-0.5">
            {rows.slice(0, 5).map((row) => (
              <Skeleton className="h-7 w-24 shrink-0 rounded-full" key={row} />
            ))}
          </div>
          <div className={`mt-3 ${connectorGrid}`}>
            {cards.map((card) => (
              <Card className="flex flex-col gap-2.5 p-4 pb-3" key={card}>
                <div className="flex items-center gap-3">
                  <Skeleton className="size-10" />
                  <div className="grid gap-1.5">
                    <Skeleton className="h-4 w-24" />
                    <Skeleton className="h-3.5 w-16" />
                  </div>
                </div>
                <div className="grid h-10 content-center gap-2 sm:h-15">
                  <Skeleton className="h-3" />
                  <Skeleton className="h-3 w-2/3" />
                </div>
                <div className="flex h-7 items-center">
                  <Skeleton className="h-3 w-28" />
                </div>
              </Card>
            ))}
          </div>
        </div>
      </div>
    </SkeletonGroup>
  );
}
