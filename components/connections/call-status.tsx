import { cn } from "@/components/ui/cn";
import { StatusIcon } from "@/components/ui/status-icon";

type CallStatusProps = {
  /** The vendor's; null when none arrived. */
  status: number | null;
  /** Set when Patchbay itself had to say something. */
  errorCode: string | null;
};

/** How a call ended: by shape, colour and number. */
export function CallStatus({ status, errorCode }: CallStatusProps) {
  const isFine = status !== null && status < 400 && errorCode === null;
  const isOurs = status !== null && status >= 400 && status < 500;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StatusIcon className={cn(isFine ? "[color:var(--color-positive)]" : isOurs ? "[color:var(--color-warning)]" : "[color:var(--color-danger)]")} status={isFine ? "healthy" : isOurs ? "degraded" : "failing"} />
      <span className="tabular">{status ?? "No answer"}</span>
      {errorCode ? <code className="font-mono text-muted text-xs">{errorCode}</code> : null}
    </span>
  );
}
