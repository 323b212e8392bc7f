import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller, HydrateClient, prefetch, trpc } from "@/app/trpc-server";
import { ConnectorPage } from "@/components/connectors/connector-page";
import { ownConnectionsInput } from "@/components/connectors/own-connections-input";
import { findConnectorName } from "../find-connector-name";

type ConnectorProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ConnectorProps): Promise<Metadata> {
  return { title: (await findConnectorName((await params).slug)) ?? "Not found" };
}

export default async function Connector({ params }: ConnectorProps) {
  const { slug } = await params;
  const { current } = await requireMe();
  prefetch(trpc.connections.list.queryOptions(ownConnectionsInput(slug)));
  const connector = await (await getCaller()).catalog.get({ connector: slug });
  return (
    <HydrateClient>
      <ConnectorPage connector={connector} permissions={current?.permissions ?? []} />
    </HydrateClient>
  );
}
