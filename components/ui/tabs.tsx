"use client";

import * as RadixTabs from "@radix-ui/react-tabs";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Tabs = RadixTabs.Root;

/** The row of tabs; scrolls sideways when it is longer than the page. */
export function TabsList({ className, ...props }: ComponentProps<typeof RadixTabs.List>) {
  return (
    <RadixTabs.List
      className={cn("scroll-row flex gap-4 border-b", className)}
      {...props}
    />
  );
}

/** One tab. */
export function TabsTrigger({ className, ...props }: ComponentProps<typeof RadixTabs.Trigger>) {
  return (
    <RadixTabs.Trigger
      className={cn(
        "relative flex h-9 shrink-0 items-center gap-1.5 rounded-sm font-medium text-muted text-sm transition-colors -outline-offset-2 hover:text-ink",
        "data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-0 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:rounded-full data-[state=active]:after:bg-ink",
        className,
      )}
      {...props}
    />
  );
}

type TabsContentProps = ComponentProps<typeof RadixTabs.Content> & {
  /** No space between the row and the content. */
  isFlush?: boolean;
};

/** What a tab shows. */
export function TabsContent({ isFlush = false, className, ...props }: TabsContentProps) {
  return (
    <RadixTabs.Content
      className={cn("rounded-sm -outline-offset-2", isFlush ? "" : "pt-4", className)}
      {...props}
    />
  );
}
