import type { ReactNode } from "react";
import { cn } from "./cn";
import type { Status } from "./status";
import { StatusIcon } from "./status-icon";

const words: Record<Status, string> = {
  healthy: "Healthy",
  degraded: "Degraded",
  failing: "Failing",
  unknown: "Not checked",
  paused: "Paused",
  attention: "Needs attention",
};

// The solid colours, not the text ones: a shape needs 3:1 only and may be livelier.
const inks: Record<Status, string> = {
  healthy: "[color:var(--color-positive)]",
  degraded: "[color:var(--color-warning)]",
  failing: "[color:var(--color-danger)]",
  unknown: "text-faint",
  paused: "text-faint",
  attention: "[color:var(--color-warning)]",
};

type StatusDotProps = {
  status: Status;
  /** Replaces the usual word. */
  children?: ReactNode;
  /** Follows the word quietly, e.g. since when. */
  detail?: ReactNode;
  /** Only the shape; the word stays for screen readers and as a tooltip. */
  isCompact?: boolean;
  className?: string;
};

/** A state told three times: by shape, by colour and by word. */
export function StatusDot({ status, children, detail, isCompact, className }: StatusDotProps) {
  const word = children ?? words[status];
  return (
    <span
      className={cn("inline-flex min-w-0 items-center gap-1.5 text-sm", className)}
      data-tooltip={isCompact ? words[status] : undefined}
    >
      <StatusIcon className={inks[status]} status={status} />
      <span className={isCompact ? "sr-only" : "truncate"}>{word}</span>
      {detail ? <span className="truncate text-faint">{detail}</span> : null}
    </span>
  );
}
