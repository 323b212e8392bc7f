import type { CallHistorySettings } from "@/server/workspaces/schema";

/** What each choice keeps, in plain words. */
export const callDetailFacts: Record<CallHistorySettings["callDetail"], { label: string; help: string }> = {
  all: { label: "Every call", help: "Headers and bodies, which may hold personal data. Credentials are taken out; long bodies are cut." },
  notable: { label: "Calls worth a look", help: "Those that failed, waited, were retried or changed something. Credentials are taken out; long bodies are cut." },
  none: { label: "No call", help: "Only who called what, when, and how it ended. Such calls cannot be sent again from here." },
};
