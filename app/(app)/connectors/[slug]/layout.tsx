import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findConnector } from "@/server/catalog/registry";

type ConnectorLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

/** Refuses an unknown connector before anything of its page is sent, so that the answer is a 404. */
export default async function ConnectorLayout({ params, children }: ConnectorLayoutProps) {
  const { slug } = await params;
  if (!findConnector(slug)) notFound();
  return children;
}
