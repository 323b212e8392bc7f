import { Slot } from "@radix-ui/react-slot";
import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> &
  Omit<VariantProps<typeof buttonStyles>, "shape"> & {
    /** What it does; read out and shown as a tooltip. */
    label: string;
    /** Keys shown in the tooltip, e.g. "g c". */
    shortcut?: string;
    asChild?: boolean;
  };

/** A square button that shows only an icon. */
export function IconButton({
  label,
  shortcut,
  variant = "ghost",
  size,
  asChild = false,
  type = "button",
  className,
  ...props
}: IconButtonProps) {
  const shared = {
    "aria-label": label,
    "data-tooltip": label,
    "data-tooltip-keys": shortcut,
    className: cn(buttonStyles({ variant, size, shape: "square" }), className),
  };
  return asChild ? <Slot {...shared} {...props} /> : <button type={type} {...shared} {...props} />;
}
