import type { Metadata } from "next";
import { requireMe } from "@/app/require-me";
import { getCaller } from "@/app/trpc-server";
import { ConnectorForm } from "@/components/custom-connectors/connector-form";
import { AdminsOnly } from "@/components/settings/admins-only";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Add a connector" };

export default async function NewConnectorPage() {
  const { current } = await requireMe();
  const mayDefine = current?.permissions.includes("admin") ?? false;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs current="Add your own" parents={[{ label: "Marketplace", href: "/" }]} />}
        description="For an API that the catalog does not have. It appears in this workspace alone."
        title="Add your own connector"
      />
      {mayDefine ? <ConnectorForm existing={null} /> : <AdminsOnly members={await (await getCaller()).workspaces.members()} what="the form for connectors" />}
    </>
  );
}
