import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import type { Tone } from "./tone";

const looks: Record<Exclude<Tone, "accent">, { frame: string; ink: string; icon: typeof Info }> = {
  neutral: { frame: "bg-surface-sunken", ink: "text-muted", icon: Info },
  info: { frame: "border-info bg-info-subtle", ink: "text-info", icon: Info },
  positive: { frame: "border-positive bg-positive-subtle", ink: "text-positive", icon: CircleCheck },
  warning: { frame: "border-warning bg-warning-subtle", ink: "text-warning", icon: TriangleAlert },
  danger: { frame: "border-danger bg-danger-subtle", ink: "text-danger", icon: CircleAlert },
};

type BannerProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  /** The button or link that mends it. */
  action?: ReactNode;
  /** Appeared because of something the reader did: is read out at once. */
  isAlert?: boolean;
  className?: string;
};

/** A sentence about the whole view: what happened, who must act, what happens if nobody does. */
export function Banner({
  tone = "neutral",
  title,
  children,
  action,
  isAlert = false,
  className,
}: BannerProps) {
  const { frame, ink, icon: Icon } = looks[tone];
  return (
    <div
      className={cn(
        "flex flex-wrap items-start gap-x-4 gap-y-2.5 rounded-lg border px-3.5 py-3 sm:flex-nowrap",
        frame,
        className,
      )}
      role={isAlert ? "alert" : undefined}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
        <Icon aria-hidden className={cn("mt-[3px] shrink-0", ink)} size={16} />
        <div className="min-w-0 flex-1">
          {title ? <p className="font-medium">{title}</p> : null}
          {children ? <div className={title ? "text-muted" : undefined}>{children}</div> : null}
        </div>
      </div>
      {action ? <div className="flex shrink-0 gap-2 max-sm:pl-6.5">{action}</div> : null}
    </div>
  );
}
