import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A grey shape where something will be; give it the final size. */
export function Skeleton({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      aria-hidden
      className={cn("block animate-skeleton rounded-md bg-pressed", className)}
      {...props}
    />
  );
}

/** Round a group of skeletons: tells screen readers once that it is loading. */
export function SkeletonGroup({
  label = "Loading",
  className,
  children,
  ...props
}: ComponentProps<"div"> & { label?: string }) {
  return (
    <div className={className} role="status" {...props}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
