"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

type SetUpTabsProps = { ways: readonly { kind: string; label: string; panel: ReactNode }[] };

/** A tab per way to connect; the address says which is open. */
export function SetUpTabs({ ways }: SetUpTabsProps) {
  const wanted = useSearchParams().get("way");
  const open = ways.find(({ kind }) => kind === wanted) ?? ways[0];
  return (
    <Tabs onValueChange={(kind) => window.history.replaceState(null, "", `?way=${encodeURIComponent(kind)}`)} value={open?.kind}>
      <TabsList aria-label="Ways to connect">
        {ways.map(({ kind, label }) => (
          <TabsTrigger key={kind} value={kind}>
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      {ways.map(({ kind, panel }) => (
        <TabsContent key={kind} value={kind}>
          {panel}
        </TabsContent>
      ))}
    </Tabs>
  );
}
