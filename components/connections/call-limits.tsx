import { useQuery } from "@tanstack/react-query";
import { readFailure } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Card, CardBody } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format-count";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusDot } from "@/components/ui/status-dot";
import type { CallState } from "@/server/gateway/get-call-state";
import { describeSeconds } from "./describe-seconds";

const refreshEveryMs = 5_000;

/** What is left of the vendor's budget, and whether calls go through at all. */
export function CallLimits({ connectionId, connectorName }: { connectionId: string; connectorName: string }) {
  const trpc = useTRPC();
  const { data, error } = useQuery({ ...trpc.gateway.callState.queryOptions({ connectionId }), refetchInterval: refreshEveryMs });
  return (
    <Section title="Limits">
      {error ? <p className="text-muted">{readFailure(error).message}</p> : null}
      {!data && !error ? <Skeleton className="h-24 rounded-lg" /> : null}
      {data ? (
        <Card>
          <CardBody className="grid gap-3 text-sm">
            <Breakers hosts={data.hosts} connectorName={connectorName} />
            {data.windows.map((window) => (
              <Window connectorName={connectorName} key={`${window.calls} ${window.seconds}`} window={window} />
            ))}
            {data.waiting > 0 ? (
              <p>
                {formatCount(data.waiting)} {data.waiting === 1 ? "call stands" : "calls stand"} in line.
              </p>
            ) : null}
            {data.nextAt ? (
              <p>
                The next call goes <RelativeTime at={data.nextAt} />.
              </p>
            ) : null}
            <p className="text-muted">{data.vendorLimit ?? `${connectorName} does not publish its limits. What its answers say is kept to.`}</p>
          </CardBody>
        </Card>
      ) : null}
    </Section>
  );
}

function Breakers({ hosts, connectorName }: { hosts: CallState["hosts"]; connectorName: string }) {
  const broken = hosts.filter(({ state }) => state !== "closed");
  if (broken.length === 0) return <StatusDot status="healthy">Calls go through</StatusDot>;
  return broken.map(({ host, state, probeAt }) => (
    <div className="grid gap-0.5" key={host}>
      <StatusDot status="failing">{state === "open" ? "Nothing is sent" : "Trying again"}</StatusDot>
      <p className="text-muted">
        {connectorName} kept failing at {host}.{" "}
        {probeAt ? (
          <>
            The next try is <RelativeTime at={probeAt} />.
          </>
        ) : (
          "The next call is the try."
        )}
      </p>
    </div>
  ));
}

function Window({ connectorName, window: { calls, seconds, left, resetAt } }: { connectorName: string; window: CallState["windows"][number] }) {
  const label = seconds === null ? `By ${connectorName}'s last answer` : `Every ${describeSeconds(seconds)}`;
  return (
    <div className="grid gap-1">
      <p className="flex justify-between gap-3">
        <span className="text-muted">{label}</span>
        <span className="tabular">
          {formatCount(left)}
          {calls === null ? "" : ` of ${formatCount(calls)}`} left
        </span>
      </p>
      {calls === null ? null : <meter aria-label={`${label}: calls left`} className="meter h-1.5 w-full" low={calls / 5} max={calls} value={left} />}
      {left === 0 ? (
        <p className="text-muted">
          Full again <RelativeTime at={resetAt} />.
        </p>
      ) : null}
    </div>
  );
}
