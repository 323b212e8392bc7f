import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireMe } from "@/app/require-me";
import { getCaller } from "@/app/trpc-server";
import { ConnectorForm } from "@/components/custom-connectors/connector-form";
import { AdminsOnly } from "@/components/settings/admins-only";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Edit a connector" };

type EditProps = { params: Promise<{ slug: string }> };

export default async function EditConnectorPage({ params }: EditProps) {
  const { slug } = await params;
  const { current } = await requireMe();
  const caller = await getCaller();
  if (!current?.permissions.includes("admin")) return <AdminsOnly members={await caller.workspaces.members()} what="the form for connectors" />;
  const { isCustom, name } = await caller.catalog.get({ connector: slug });
  if (!isCustom) notFound();
  return (
    <>
      <PageHeader breadcrumbs={<Breadcrumbs current="Edit" parents={[{ label: "Marketplace", href: "/" }, { label: name, href: `/connectors/${slug}` }]} />} title={`Edit ${name}`} />
      <ConnectorForm existing={await caller.customConnectors.get({ slug })} />
    </>
  );
}
