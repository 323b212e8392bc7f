import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { ApiReference } from "@/components/api-docs/api-reference";
import { readReference } from "@/components/api-docs/read-reference";
import { readerOf } from "@/components/connections/reader";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { describeApi } from "@/server/rest/describe-api";
import { rest } from "@/server/rest/rest";
import { getRuntime } from "@/server/runtime/runtime";

export const metadata: Metadata = { title: "API" };

export default async function ApiDocsPage() {
  const { workspace } = readerOf(await requireMe());
  const reference = readReference(describeApi(rest, getRuntime().env));
  return (
    <>
      <PageHeader badge={<Badge>{reference.version}</Badge>} description="Everything that can be done over HTTP: what to send, what comes back, and a way to try it." title="API" />
      <ApiReference reference={reference} workspace={workspace} />
    </>
  );
}
