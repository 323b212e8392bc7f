"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { TrpcProvider } from "./trpc";

const TooltipLayer = dynamic(
  () => import("@/components/ui/tooltip-layer").then((file) => file.TooltipLayer),
  { ssr: false },
);

/** What every page needs in the browser. `workspace` is the slug of the one that the page shows; null while signed out. */
export function Providers({ workspace, children }: { workspace: string | null; children: ReactNode }) {
  return (
    <>
      <TrpcProvider workspace={workspace}>{children}</TrpcProvider>
      <Toaster />
      <TooltipLayer />
    </>
  );
}
