import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findConnection } from "../find-connection";

type ConnectionLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

/** Refuses an unknown connection before anything of its page is sent, so that the answer is a 404. */
export default async function ConnectionLayout({ params, children }: ConnectionLayoutProps) {
  if (!(await findConnection((await params).id))) notFound();
  return children;
}
