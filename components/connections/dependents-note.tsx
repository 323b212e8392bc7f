import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/providers/trpc";
import { formatCount } from "@/components/ui/format-count";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";

/** What stops working when a connection does, so that nobody turns one off blindly. */
export function DependentsNote({ connectionId }: { connectionId: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.connections.dependents.queryOptions({ connectionId }));
  if (isError) return <p>What depends on it could not be read just now.</p>;
  if (!data) return <Skeleton className="h-5 w-4/5" />;
  if (data.length === 0) return <p>Nothing called through it in the last 30 days.</p>;
  return (
    <div>
      <p className="text-ink">These called through it in the last 30 days, and will fail:</p>
      <ul className="mt-1 divide-y rounded-md border">
        {data.slice(0, 6).map(({ id, name, callCount, lastUsedAt }) => (
          <li className="flex items-baseline justify-between gap-3 px-3 py-1.5 text-sm" key={id}>
            <span className="min-w-0 truncate text-ink">{name}</span>
            <span className="shrink-0">
              {formatCount(callCount)} {callCount === 1 ? "call" : "calls"}, last <RelativeTime at={lastUsedAt} />
            </span>
          </li>
        ))}
      </ul>
      {data.length > 6 ? <p className="mt-1 text-sm">and {data.length - 6} more</p> : null}
    </div>
  );
}
