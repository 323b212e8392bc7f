import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallPage } from "@/components/activity/call-page";
import { getRuntime } from "@/server/runtime/runtime";
import { findCall } from "../find-call";

type PageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const call = await findCall((await params).id);
  return { title: call ? `${call.method} ${call.path}` : "Not found" };
}

export default async function CallDetail({ params }: PageProps) {
  const call = await findCall((await params).id);
  if (!call) notFound();
  return <CallPage call={call} origin={getRuntime().env.publicUrl} />;
}
