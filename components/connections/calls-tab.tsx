import { ArrowLeftRight } from "lucide-react";
import { CallRowsSkeleton } from "@/components/activity/call-list-skeleton";
import { CallRows } from "@/components/activity/call-rows";
import { useCalls } from "@/components/activity/use-calls";
import { readFailure } from "@/components/providers/read-failure";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";

/** The calls that went through a connection, newest first. */
export function CallsTab({ connectionId }: { connectionId: string }) {
  const query = useCalls({ connectionId });
  if (query.isPending) return <CallRowsSkeleton />;
  if (query.isError && query.calls.length === 0) {
    return (
      <Banner action={<Button onClick={() => void query.refetch()}>Try again</Button>} title="The calls could not be loaded" tone="danger">
        {readFailure(query.error).message}
      </Banner>
    );
  }
  if (query.calls.length === 0 && !query.hasNextPage) {
    return (
      <EmptyState actions={<Button onClick={() => window.history.replaceState(null, "", "?tab=try")}>Try a call</Button>} icon={<ArrowLeftRight aria-hidden />} title="No calls yet">
        Every call through this connection appears here with its status, duration and who made it.
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-3 text-right text-sm">
        <TextLink href={`/activity?connection=${connectionId}`}>Search and filter in Activity</TextLink>
      </p>
      <CallRows label="Calls through this connection" query={query} />
    </>
  );
}
