import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectCard } from "@/components/oauth/connect-card";
import { getConnectPage } from "@/server/oauth/get-connect-page";
import { getRuntime } from "@/server/runtime/runtime";

export const metadata: Metadata = { title: "Connect an account" };

/** Where an API key's link leads: says who asks for what, and goes on to the vendor when the visitor agrees. */
export default async function ConnectPage({ params }: { params: Promise<{ state: string }> }) {
  const { state } = await params;
  const page = await getConnectPage(getRuntime(), state);
  if (!page) notFound();
  return <ConnectCard action={`/connect/${state}/begin`} page={page} />;
}
