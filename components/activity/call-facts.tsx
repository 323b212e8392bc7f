import { formatBytes } from "@/components/connections/format-bytes";
import { formatDuration } from "@/components/connections/format-duration";
import { Card, CardBody } from "@/components/ui/card";
import { CopyField } from "@/components/ui/copy-field";
import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import type { CallWithDetail } from "@/server/activity/get-call";
import { activityHref } from "./activity-filter";
import { CallBadges } from "./call-badges";
import { CallOutcome } from "./call-outcome";
import { sourceLabels } from "./call-words";

const cacheWords = { hit: "Answered from the cache", revalidated: "Confirmed by the vendor", stored: "Stored", bypassed: "Bypassed" };

/** What the record of a call says, at a glance. */
export function CallFacts({ call }: { call: CallWithDetail }) {
  const { connection, connector, actor, source, operation, durationMs, waitedMs, attempts, cache, requestBytes, responseBytes, requestId, createdAt, errorCode } = call;
  const items = [
    { label: "Answer", value: <CallOutcome call={call} /> },
    errorCode === null ? null : { label: "Patchbay's code", value: <code className="font-mono">{errorCode}</code> },
    { label: "When", value: <RelativeTime at={createdAt} /> },
    { label: "Took", value: `${formatDuration(durationMs)}${waitedMs > 0 ? `, ${formatDuration(waitedMs)} of it waiting` : ""}` },
    { label: "Sent", value: attempts === 0 ? "Never" : attempts === 1 ? "Once" : `${attempts} times` },
    cache === null ? null : { label: "Cache", value: cacheWords[cache] },
    { label: "Size", value: `${formatBytes(requestBytes)} out, ${formatBytes(responseBytes)} back` },
    { label: "Connection", value: connection.name === null ? `${connector.name}, disconnected since` : <TextLink href={`/connections/${connection.id}`}>{connection.name}</TextLink> },
    { label: "Source", value: sourceLabels[source] },
    operation === null ? null : { label: "Operation", value: <TextLink href={activityHref({ operation })}>{operation}</TextLink> },
    { label: "By", value: <TextLink href={activityHref({ actor: actor.id })}>{actor.name ?? "Someone who left"}</TextLink> },
  ];
  return (
    <Card>
      <CardBody className="grid gap-4">
        <DescriptionList className="[&>div]:grid-cols-[6.5rem_minmax(0,1fr)] [&>div]:items-baseline [&>div]:py-2" items={items.filter((item) => item !== null)} />
        <p className="flex flex-wrap gap-1 empty:hidden">
          <CallBadges call={call} />
        </p>
        <div className="grid gap-1.5">
          <p className="text-muted text-sm">Request id</p>
          <CopyField className="[&_code]:text-xs" value={requestId} what="request id" />
        </div>
      </CardBody>
    </Card>
  );
}
