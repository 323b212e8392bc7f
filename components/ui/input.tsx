import type { ComponentProps } from "react";
import { cn } from "./cn";

type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: "md" | "lg" };

/** A line of text. 16 px on touch screens, below which iOS zooms the page. */
export function Input({ size = "md", className, ...props }: InputProps) {
  return (
    <input
      className={cn(
        "control block w-full px-2.5 text-base pointer-coarse:text-lg",
        size === "md" ? "h-8 pointer-coarse:h-10" : "h-10 px-3 pointer-coarse:h-11",
        className,
      )}
      {...props}
    />
  );
}
