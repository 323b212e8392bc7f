import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findConnectorName } from "../find-connector-name";

type ConnectorLayoutProps = { params: Promise<{ slug: string }>; children: ReactNode };

/** Refuses an unknown connector before anything of its page is sent, so that the answer is a 404. */
export default async function ConnectorLayout({ params, children }: ConnectorLayoutProps) {
  const { slug } = await params;
  if ((await findConnectorName(slug)) === null) notFound();
  return children;
}
