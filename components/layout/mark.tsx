import { cn } from "@/components/ui/cn";

/** The sign: a patch cable that rises from its plug, bends round its socket and draws a P. */
export function Mark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden
      className={cn("shrink-0", className)}
      fill="none"
      height={size}
      viewBox="0 0 32 32"
      width={size}
    >
      <rect className="fill-accent" height="32" rx="8" width="32" />
      <path
        className="stroke-on-accent"
        d="M10 26.4V12.2a6.3 6.3 0 0 1 6.3-6.3h.9a6.3 6.3 0 0 1 0 12.6h-.7"
        strokeLinecap="round"
        strokeWidth="2.9"
      />
      <rect className="fill-on-accent" height="6.2" rx="1.4" width="5.2" x="7.4" y="17.2" />
      <circle className="fill-on-accent" cx="16.75" cy="12.2" r="2.1" />
    </svg>
  );
}
