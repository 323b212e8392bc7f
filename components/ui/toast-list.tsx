"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { dismissToast, type Toast } from "./toast";

const marks = {
  neutral: null,
  info: { icon: Info, ink: "text-info" },
  positive: { icon: CircleCheck, ink: "text-positive" },
  warning: { icon: TriangleAlert, ink: "text-warning" },
  danger: { icon: CircleAlert, ink: "text-danger" },
};

/** The toasts, newest last. Time stands still while the pointer or the focus is among them. */
export function ToastList({ toasts }: { toasts: readonly Toast[] }) {
  const [isHeld, setHeld] = useState(false);
  return (
    <div
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <ul className="flex flex-col gap-2">
        {toasts.map((toast) => (
          <ToastRow isHeld={isHeld} key={toast.id} toast={toast} />
        ))}
      </ul>
    </div>
  );
}

function ToastRow({ toast, isHeld }: { toast: Toast; isHeld: boolean }) {
  const { id, durationMs, action } = toast;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismissToast(id), durationMs);
    return () => clearTimeout(timer);
  }, [id, durationMs, isHeld]);
  const mark = marks[toast.tone];
  return (
    <li
      className="pointer-events-auto flex animate-float-in items-start gap-2.5 rounded-lg bg-surface-overlay py-2.5 pr-2 pl-3.5 shadow-float"
      data-toast=""
    >
      {mark ? (
        <mark.icon aria-hidden className={cn("mt-1.5 shrink-0", mark.ink)} size={16} />
      ) : null}
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium text-sm">{toast.title}</p>
        {toast.description ? <p className="text-muted text-sm">{toast.description}</p> : null}
      </div>
      {action ? (
        <Button
          onClick={() => {
            action.onSelect();
            dismissToast(id);
          }}
          size="sm"
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton label="Dismiss" onClick={() => dismissToast(id)} size="sm">
        <X aria-hidden size={14} />
      </IconButton>
    </li>
  );
}
