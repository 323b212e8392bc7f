import type { ReactNode } from "react";
import { Mark } from "./mark";

type MessagePageProps = { title: string; children: ReactNode; actions: ReactNode };

/** A page that only says something: not found, failed. */
export function MessagePage({ title, children, actions }: MessagePageProps) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-12" id="main">
      <div className="w-full max-w-[26rem]">
        <Mark size={36} />
        <h1 className="mt-6 text-xl">{title}</h1>
        <div className="mt-1.5 text-muted">{children}</div>
        <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
      </div>
    </main>
  );
}
