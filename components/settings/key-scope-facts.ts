import type { KeyScope } from "@/server/workspaces/permission";

type KeyScopeFacts = {
  label: string;
  detail: string;
  /** False while nothing asks for it. */
  isOffered: boolean;
};

/** What each scope of an API key lets its holder do, in plain words. */
export const keyScopeFacts: Record<KeyScope, KeyScopeFacts> = {
  "calls:run": { label: "Call services", detail: "Send requests through the proxy, with the workspace's connections.", isOffered: true },
  "connections:read": { label: "See connections", detail: "Names, accounts and health. Never a credential.", isOffered: true },
  "connections:write": { label: "Change connections", detail: "Connect, test, rotate, pause and disconnect accounts.", isOffered: true },
  "tools:read": { label: "See tools", detail: "Their names and inputs.", isOffered: false },
  "tools:write": { label: "Change tools", detail: "Make, edit and delete them.", isOffered: false },
  "tools:run": { label: "Run tools", detail: "With the workspace's connections.", isOffered: false },
  admin: { label: "Everything an admin can", detail: "All of the above, and members, API keys and OAuth apps.", isOffered: true },
};

/** Scopes as a reader's sentence: "Call services, see connections". */
export function describeScopes(scopes: readonly string[]): string {
  const known = Object.entries(keyScopeFacts).filter(([scope]) => scopes.includes(scope));
  if (scopes.includes("admin")) return keyScopeFacts.admin.label;
  return known.map(([, { label }], place) => (place === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1))).join(", ");
}
