import { Button } from "@/components/ui/button";
import { List } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { CallListHead } from "./call-list-head";
import { CallRow } from "./call-row";
import type { CallsQuery } from "./use-calls";

/** The calls that were loaded, and the way to older ones. */
export function CallRows({ query, label }: { query: CallsQuery; label: string }) {
  return (
    <>
      {query.calls.length > 0 ? (
        <section aria-label={label}>
          <CallListHead />
          <List aria-label={label} className={query.isPlaceholderData ? "opacity-60 transition-opacity" : undefined}>
            {query.calls.map((call) => (
              <CallRow call={call} key={call.id} />
            ))}
          </List>
        </section>
      ) : null}
      {query.hasNextPage ? (
        <div className="mt-3 flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
          {query.lookedBackTo === null ? null : (
            <p className="text-muted text-sm">
              {query.calls.length === 0 ? "Nothing matches so far. " : ""}Looked at the calls since <RelativeTime at={query.lookedBackTo} />.
            </p>
          )}
          <Button isLoading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.lookedBackTo === null ? "Load more" : "Look further back"}
          </Button>
        </div>
      ) : null}
    </>
  );
}
