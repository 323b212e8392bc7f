import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Banner } from "@/components/ui/banner";
import { CodeBlock } from "@/components/ui/code-block";
import { LogoTile } from "@/components/ui/logo-tile";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CallWithDetail } from "@/server/activity/get-call";
import { callCurl } from "./call-curl";
import { CallFacts } from "./call-facts";
import { CallOutcome } from "./call-outcome";
import { CallTimeline } from "./call-timeline";
import { ReplayButton } from "./replay-button";
import { Said } from "./said";

/** One call: what happened to it, what was asked, what came back. */
export function CallPage({ call, origin }: { call: CallWithDetail; origin: string }) {
  const { id, method, path, host, connector, connection, detail, replay } = call;
  const query = detail?.query ? `?${detail.query.replace(/^\?/, "")}` : "";
  return (
    <>
      <PageHeader
        actions={
          replay.refusal === null ? <ReplayButton callId={id} connectionName={connection.name ?? connector.name} connectorName={connector.name} isWrite={replay.isWrite} method={method} /> : null
        }
        badge={<CallOutcome call={call} />}
        breadcrumbs={<Breadcrumbs current={`${method} ${path}`} parents={[{ label: "Activity", href: "/activity" }]} />}
        description={<span className="break-all font-mono text-sm">{`${host}${path}${query}`}</span>}
        media={<LogoTile logo={connector.logo} />}
        title={
          <span className="break-all font-mono text-lg">
            <span className="text-muted">{method}</span> {path}
          </span>
        }
      />
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <Section title="What happened">
          <CallTimeline call={call} />
        </Section>
        <aside aria-label="Facts" className="grid gap-3 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <CallFacts call={call} />
          {replay.refusal === null ? null : (
            <p className="text-pretty px-1 text-muted text-sm">
              It cannot be sent again from here. {replay.refusal}
            </p>
          )}
        </aside>
        <div className="min-w-0">
          <WhatWasSaid call={call} origin={origin} />
        </div>
      </div>
    </>
  );
}

function WhatWasSaid({ call, origin }: { call: CallWithDetail; origin: string }) {
  const { detail, isDetailHidden, requestBytes, responseBytes } = call;
  if (!detail) {
    return (
      <Banner title={isDetailHidden ? "Your role does not read what calls said" : "What this call said was not kept"}>
        {isDetailHidden ? "Members and admins do: they could ask the vendor themselves." : <>Which calls keep their request and answer, and for how long, is set in <TextLink href="/settings#call-history">Settings</TextLink>.</>}
      </Banner>
    );
  }
  const curl = callCurl(call, origin);
  return (
    <>
      <Section title="Request">
        <Said body={detail.requestBody} bytes={requestBytes} head={detail.requestHead} isCut={detail.isRequestCut} what="request" />
      </Section>
      <Section title="Answer">
        <Said body={detail.responseBody} bytes={responseBytes} head={detail.responseHead} isCut={detail.isResponseCut} what="answer" />
      </Section>
      {curl === null ? null : (
        <Section description="The same call through the proxy. Set PATCHBAY_API_KEY to an API key of this workspace." title="From your terminal">
          <CodeBlock code={curl} what="as curl" />
        </Section>
      )}
    </>
  );
}
