"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { currentToasts, subscribeToToasts, type Toast } from "./toast";

const ToastList = dynamic(() => import("./toast-list").then((file) => file.ToastList), {
  ssr: false,
});

const none: readonly Toast[] = [];

/**
 * Where toasts appear. The live region is there from the start, since screen readers only
 * announce what enters one; the list itself is loaded with the first toast.
 */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, () => none);
  return (
    <div
      aria-label="Notifications"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-60 sm:left-auto sm:w-90 lg:right-6 lg:bottom-6"
      role="region"
    >
      {toasts.length > 0 ? <ToastList toasts={toasts} /> : null}
    </div>
  );
}
