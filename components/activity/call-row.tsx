import Link from "next/link";
import { formatDuration } from "@/components/connections/format-duration";
import { ListRow } from "@/components/ui/list";
import { LogoTile } from "@/components/ui/logo-tile";
import { RelativeTime } from "@/components/ui/relative-time";
import { RowLink } from "@/components/ui/row-link";
import type { CallView } from "@/server/activity/call-view";
import { CallBadges } from "./call-badges";
import { callColumns } from "./call-columns";
import { CallOutcome } from "./call-outcome";
import { sourceLabels } from "./call-words";

/** One call in the list. On a phone its facts stand below what was called. */
export function CallRow({ call }: { call: CallView }) {
  const { id, connection, connector, actor, method, host, path, operation, source, durationMs, createdAt } = call;
  const connectionName = connection.name ?? connector.name;
  return (
    <ListRow className={callColumns} isDense isLinked>
      <CallOutcome call={call} className="max-md:hidden" />
      <LogoTile className="max-md:mt-0.5 max-md:self-start" logo={connector.logo} size={24} />
      <p className="truncate text-sm max-md:hidden" title={connectionName}>
        <span className="sr-only">through </span>
        {connectionName}
        {connection.name === null ? <span className="text-faint"> (gone)</span> : null}
      </p>
      <div className="min-w-0">
        <p className="flex min-w-0 items-center gap-2 text-sm">
          <RowLink>
            <Link className="flex min-w-32 items-baseline gap-2" href={`/activity/${id}`} title={`${host}${path}`}>
              <span className="shrink-0 font-mono text-muted text-xs">{method}</span>
              <span className="truncate font-mono">{path}</span>
            </Link>
          </RowLink>
          {operation ? <span className="truncate text-faint text-xs max-2xl:hidden">{operation}</span> : null}
          <span className="flex shrink-0 gap-1 max-lg:hidden">
            <CallBadges call={call} />
          </span>
        </p>
        <p className="mt-0.5 flex min-w-0 items-center gap-2 text-muted text-sm md:hidden">
          <CallOutcome call={call} className="shrink-0" />
          <span className="truncate">{connectionName}</span>
        </p>
        <p className="mt-1 flex flex-wrap gap-1 empty:hidden lg:hidden">
          <CallBadges call={call} />
        </p>
      </div>
      <p className="truncate text-muted text-sm max-2xl:hidden">
        <span className="sr-only">by way of </span>
        {sourceLabels[source]}
      </p>
      <p className="truncate text-muted text-sm max-xl:hidden" title={actor.name ?? undefined}>
        <span className="sr-only">by </span>
        {actor.name ?? <span className="text-faint">Someone who left</span>}
      </p>
      <p className="tabular whitespace-nowrap text-right text-sm max-xl:hidden">
        <span className="sr-only">took </span>
        {formatDuration(durationMs)}
      </p>
      <p className="tabular self-center whitespace-nowrap text-right text-muted text-sm max-md:self-start">
        <span className="xl:hidden">{formatDuration(durationMs)}</span>
        <RelativeTime at={createdAt} className="max-xl:block" />
      </p>
    </ListRow>
  );
}
