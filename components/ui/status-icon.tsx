import { cn } from "./cn";
import type { Status } from "./status";

const cut = {
  stroke: "var(--color-surface-raised)",
  strokeWidth: 1.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** One outline per state, so that it reads without colour: disc, triangle, octagon, ring, bars, diamond. */
export function StatusIcon({ status, className }: { status: Status; className?: string }) {
  return (
    <svg
      aria-hidden
      className={cn("shrink-0", className)}
      fill="none"
      height="14"
      viewBox="0 0 14 14"
      width="14"
    >
      {shapes[status]}
    </svg>
  );
}

const shapes = {
  healthy: (
    <>
      <circle cx="7" cy="7" fill="currentColor" r="5.5" />
      <path d="m4.7 7.2 1.6 1.6 3-3.4" {...cut} />
    </>
  ),
  degraded: (
    <>
      <path
        d="M7 2.2 12.3 11.4H1.7L7 2.2Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
        strokeWidth="1.6"
      />
      <path d="M7 5.6v2.2M7 9.9v.01" {...cut} />
    </>
  ),
  failing: (
    <>
      <path d="M4.7 1.5h4.6l3.2 3.2v4.6l-3.2 3.2H4.7L1.5 9.3V4.7l3.2-3.2Z" fill="currentColor" />
      <path d="m5.2 5.2 3.6 3.6m0-3.6L5.2 8.8" {...cut} />
    </>
  ),
  unknown: (
    <circle
      cx="7"
      cy="7"
      r="4.75"
      stroke="currentColor"
      strokeDasharray="2.2 1.53"
      strokeWidth="1.5"
    />
  ),
  paused: (
    <>
      <circle cx="7" cy="7" r="5" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5.6 5.2v3.6M8.4 5.2v3.6" stroke="currentColor" strokeLinecap="round" strokeWidth="1.4" />
    </>
  ),
  attention: (
    <>
      <rect
        fill="currentColor"
        height="8.6"
        rx="1.6"
        transform="rotate(45 7 7)"
        width="8.6"
        x="2.7"
        y="2.7"
      />
      <path d="M7 4.4v3M7 9.5v.01" {...cut} />
    </>
  ),
} as const;
