import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { formatCount } from "@/components/ui/format-count";
import { List, ListRow } from "@/components/ui/list";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";

/** What stops working when this connection does. */
export function Dependents({ connectionId, isDatabase }: { connectionId: string; isDatabase: boolean }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.connections.dependents.queryOptions({ connectionId }));
  return (
    <Section count={data?.length} title="Depends on it">
      {error ? <p className="text-muted">{readFailure(error).message}</p> : null}
      {!data && !error ? <Skeleton className="h-12 rounded-lg" /> : null}
      {data?.length === 0 ? <p className="text-muted">{isDatabase ? "Nothing yet." : "No API key has called through it in the last 30 days."}</p> : null}
      {data && data.length > 0 ? (
        <List>
          {data.map(({ id, name, callCount, lastUsedAt }) => (
            <ListRow key={id}>
              <KeyRound aria-hidden className="shrink-0 text-muted" size={16} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium text-sm">{name}</p>
                <p className="text-muted text-sm">
                  {formatCount(callCount)} {callCount === 1 ? "call" : "calls"} in 30 days, last <RelativeTime at={lastUsedAt} />
                </p>
              </div>
            </ListRow>
          ))}
        </List>
      ) : null}
    </Section>
  );
}
