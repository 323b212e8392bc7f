import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller } from "@/app/trpc-server";
import { ApiReference } from "@/components/api-docs/api-reference";
import { readReference } from "@/components/api-docs/read-reference";
import { SuggestionsProvider } from "@/components/api-docs/suggestions";
import { readerOf } from "@/components/connections/reader";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { describeApi } from "@/server/rest/describe-api";
import { rest } from "@/server/rest/rest";
import { getRuntime } from "@/server/runtime/runtime";

export const metadata: Metadata = { title: "API" };

export default async function ApiDocsPage() {
  const { workspace } = readerOf(await requireMe());
  const caller = await getCaller();
  const [connectors, { connections }] = await Promise.all([caller.catalog.list(), caller.connections.list({ limit: 100 })]);
  const idsOf = (things: readonly { id: string; name: string }[]) => things.map(({ id, name }) => ({ id, name }));
  const reference = readReference(describeApi(rest, getRuntime().env));
  return (
    <>
      <PageHeader badge={<Badge>{reference.version}</Badge>} description="Everything that can be done over HTTP: what to send, what comes back, and a way to try it." title="API" />
      <SuggestionsProvider suggestions={{ connections: idsOf(connections), connectors: idsOf(connectors) }}>
        <ApiReference reference={reference} workspace={workspace} />
      </SuggestionsProvider>
    </>
  );
}
