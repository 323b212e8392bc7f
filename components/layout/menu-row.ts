import { cn } from "@/components/ui/cn";

/** One line of a frame menu: a link or a button. */
export const menuRow = cn(
  "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm transition-colors hover:bg-hover pointer-coarse:min-h-11",
  "-outline-offset-2 disabled:text-faint",
);
