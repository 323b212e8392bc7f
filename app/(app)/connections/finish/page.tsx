import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { requireMe } from "@/app/require-me";
import { getCaller } from "@/app/trpc-server";
import { ConnectButton } from "@/components/connect/connect-button";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findConnectorName } from "@/app/(app)/connectors/find-connector-name";

export const metadata: Metadata = { title: "Connecting" };

type PageProps = { searchParams: Promise<{ flow?: string }> };

/** Where a sign-in without a window comes back to: on to the connection it made, or why there is none. */
export default async function FinishPage({ searchParams }: PageProps) {
  await requireMe();
  const { flow: flowId = "" } = await searchParams;
  const flow = await (await getCaller()).oauth.flow({ flowId }).catch(() => null);
  if (flow?.status === "connected" && flow.connectionId !== null) redirect(`/connections/${flow.connectionId}?flow=${flow.flowId}`);
  const connectorName = flow ? await findConnectorName(flow.connector) : null;
  return (
    <div className="max-w-reading">
      <PageHeader title={connectorName !== null ? `${connectorName} was not connected` : "This sign-in is not known here"} />
      <Banner title={flow?.message ?? "It may have been started by someone else, or in another workspace. Start again."} tone="warning">
        Nothing was stored.
      </Banner>
      <div className="mt-6 flex flex-wrap gap-2">
        {flow && connectorName !== null ? (
          <ConnectButton connectorId={flow.connector} connectorName={connectorName} variant="primary">
            Try again
          </ConnectButton>
        ) : null}
        <Button asChild>
          <Link href="/connections">See connections</Link>
        </Button>
      </div>
    </div>
  );
}
