import { cva } from "class-variance-authority";

/** The look of everything that is pressed; shared by Button and IconButton. */
export const buttonStyles = cva(
  [
    "inline-flex shrink-0 select-none items-center justify-center rounded-md font-medium",
    "whitespace-nowrap transition-colors [&_svg]:shrink-0",
    "disabled:cursor-not-allowed aria-disabled:cursor-not-allowed",
  ],
  {
    variants: {
      variant: {
        primary:
          "bg-accent text-on-accent shadow-control hover:bg-accent-hover active:bg-accent-hover disabled:opacity-50",
        secondary:
          "border bg-surface-raised text-ink shadow-control hover:bg-surface-sunken active:bg-pressed disabled:text-faint disabled:shadow-none dark:bg-hover dark:hover:bg-pressed",
        ghost: "text-muted hover:bg-hover hover:text-ink active:bg-pressed disabled:text-faint",
        danger:
          "bg-danger text-on-danger shadow-control hover:bg-danger-hover active:bg-danger-hover disabled:opacity-50",
      },
      size: {
        sm: "h-7 gap-1.5 text-sm pointer-coarse:h-9",
        md: "h-8 gap-1.5 text-sm pointer-coarse:h-10",
        lg: "h-10 gap-2 text-base pointer-coarse:h-11",
      },
      shape: {
        wide: "",
        square: "aspect-square",
      },
    },
    compoundVariants: [
      { shape: "wide", size: "sm", class: "px-2.5" },
      { shape: "wide", size: "md", class: "px-3" },
      { shape: "wide", size: "lg", class: "px-4" },
    ],
    defaultVariants: { variant: "secondary", size: "md", shape: "wide" },
  },
);
