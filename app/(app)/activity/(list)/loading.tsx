import { CallListSkeleton } from "@/components/activity/call-list-skeleton";
import { PageHeader } from "@/components/ui/page-header";

export default function Loading() {
  return (
    <>
      <PageHeader description="Every call through this workspace's connections, and what happened to it on the way." title="Activity" />
      <CallListSkeleton />
    </>
  );
}
