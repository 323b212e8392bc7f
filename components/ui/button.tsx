import { Slot } from "@radix-ui/react-slot";
import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyles } from "./button-styles";
import { cn } from "./cn";
import { Spinner } from "./spinner";

type ButtonProps = ComponentProps<"button"> &
  Omit<VariantProps<typeof buttonStyles>, "shape"> & {
    /** Keeps the width, shows a ring, ignores presses; the label is still read out. */
    isLoading?: boolean;
    /** Puts the look on the one child, e.g. a link. */
    asChild?: boolean;
  };

/** A button with a verb on it. One `primary` per view at most. */
export function Button({
  variant,
  size,
  isLoading = false,
  asChild = false,
  type = "button",
  className,
  children,
  onClick,
  ...props
}: ButtonProps) {
  const look = cn(buttonStyles({ variant, size }), className);
  if (asChild) {
    return (
      <Slot className={look} onClick={onClick} {...props}>
        {children}
      </Slot>
    );
  }
  // aria-disabled rather than disabled: a control that goes busy must not lose the focus.
  const busy = isLoading
    ? { "aria-busy": true, "aria-disabled": true, type: "button" as const, onClick: undefined }
    : { type, onClick };
  return (
    <button className={look} {...props} {...busy}>
      {isLoading ? (
        <span className="grid place-items-center">
          <span className="col-start-1 row-start-1 inline-flex items-center gap-1.5 opacity-0">
            {children}
          </span>
          <Spinner className="col-start-1 row-start-1" />
        </span>
      ) : (
        children
      )}
    </button>
  );
}
