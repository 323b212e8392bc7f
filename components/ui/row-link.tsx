import { Slot } from "@radix-ui/react-slot";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** The one link of a linked row, put round its name: its target covers the row. */
export function RowLink({ className, ...props }: ComponentProps<typeof Slot>) {
  return (
    <Slot
      className={cn("outline-none after:absolute after:inset-0", className)}
      data-row-link=""
      {...props}
    />
  );
}
