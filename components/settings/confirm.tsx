"use client";

import dynamic from "next/dynamic";

/** The question before something that is hard to take back, loaded when it is first asked. Render it while it is open. */
export const Confirm = dynamic(() => import("@/components/ui/confirm-dialog").then((file) => file.ConfirmDialog), { ssr: false });
