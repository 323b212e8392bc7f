import { cn } from "./cn";
import { CopyButton } from "./copy-button";

type CopyFieldProps = {
  value: string;
  /** What it is, e.g. "callback URL". */
  what: string;
  className?: string;
};

/** A value to take elsewhere, on one line, with the button that copies it. */
export function CopyField({ value, what, className }: CopyFieldProps) {
  return (
    <div
      className={cn(
        "flex min-h-8 items-center gap-1 rounded-md border bg-surface-sunken py-0.5 pr-0.5 pl-2.5",
        className,
      )}
    >
      <code className="min-w-0 flex-1 select-all break-all py-1 font-mono text-sm">{value}</code>
      <CopyButton value={value} what={what} />
    </div>
  );
}
