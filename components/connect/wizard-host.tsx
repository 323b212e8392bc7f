"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { keepFocus } from "@/components/connections/keep-focus";
import { loadWizard } from "./load-wizard";
import { currentWizard, openWizard, subscribeToWizard } from "./open-wizard";

const ConnectWizard = dynamic(loadWizard, { ssr: false });

/** Where the wizard appears, once per page. Its code is loaded when it is first wanted. */
export function WizardHost() {
  const wizard = useSyncExternalStore(subscribeToWizard, currentWizard, () => null);
  if (!wizard) return null;
  return <ConnectWizard onClose={close} onDone={wizard.onDone} request={wizard.request} />;
}

function close() {
  openWizard(null);
  keepFocus();
}
