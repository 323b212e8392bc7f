import { DialogBody } from "@/components/ui/dialog";
import { Skeleton, SkeletonGroup } from "@/components/ui/skeleton";

/** The first step's shape while the connector is loaded. */
export function WizardSkeleton() {
  return (
    <DialogBody>
      <SkeletonGroup className="grid gap-4">
        <Skeleton className="h-24 rounded-lg" />
        <Skeleton className="h-4 w-28" />
        <Skeleton className="h-8" />
        <Skeleton className="h-4 w-3/5" />
      </SkeletonGroup>
    </DialogBody>
  );
}
