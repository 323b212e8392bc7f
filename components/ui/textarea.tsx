import type { ComponentProps } from "react";
import { cn } from "./cn";

type TextareaProps = ComponentProps<"textarea"> & {
  /** Keys, JSON and certificates. */
  isCode?: boolean;
};

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ isCode = false, rows = 4, className, ...props }: TextareaProps) {
  return (
    <textarea
      className={cn(
        "control field-sizing-content block max-h-96 min-h-20 w-full resize-y px-2.5 py-1.5",
        isCode ? "font-mono text-sm" : "text-base",
        "pointer-coarse:text-lg",
        className,
      )}
      rows={rows}
      spellCheck={isCode ? false : undefined}
      {...props}
    />
  );
}
