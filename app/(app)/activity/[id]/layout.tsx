import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { findCall } from "../find-call";

type CallLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

/** Refuses an unknown call before anything of its page is sent, so that the answer is a 404. */
export default async function CallLayout({ params, children }: CallLayoutProps) {
  if (!(await findCall((await params).id))) notFound();
  return children;
}
