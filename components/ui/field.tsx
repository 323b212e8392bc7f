import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** What a field's control must carry; spread it on the input. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  /** Stays visible while there is an error: it usually holds the way out. */
  help?: ReactNode;
  error?: ReactNode;
  isOptional?: boolean;
  /** Sits at the end of the label's line, e.g. "Where do I find this?". */
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
};

/** Label, control, help and error, wired to each other for screen readers. */
export function Field({ label, help, error, isOptional, aside, className, children }: FieldProps) {
  const id = useId();
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const control: FieldControl = {
    id,
    "aria-describedby": [errorId, helpId].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
  };
  return (
    <div className={cn("grid content-start gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label className="font-medium text-sm" htmlFor={id}>
          {label}
          {isOptional ? <span className="ml-1.5 font-normal text-faint">Optional</span> : null}
        </label>
        {aside ? <div className="shrink-0 text-sm">{aside}</div> : null}
      </div>
      {children(control)}
      <div aria-live="polite" className="contents">
        {error ? (
          <p className="flex items-start gap-1.5 text-danger text-sm" id={errorId}>
            <CircleAlert aria-hidden className="mt-[3px] shrink-0" size={14} />
            <span className="min-w-0">{error}</span>
          </p>
        ) : null}
      </div>
      {help ? (
        <div className="text-muted text-sm" id={helpId}>
          {help}
        </div>
      ) : null}
    </div>
  );
}
