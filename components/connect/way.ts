import type { AuthOptionView, ConnectorView } from "@/server/catalog/schema";
import type { ConnectionView } from "@/server/connections/schema";
import type { ConnectRequest } from "./connect-request";

/** The ways that can be offered, in order of preference, the one to begin with first when a request names one. */
export function waysFor(connector: ConnectorView, request: ConnectRequest, before: ConnectionView | null): AuthOptionView[] {
  if (before && request.purpose === "rotate") return connector.auth.filter(({ kind }) => kind === before.authKind);
  // What was pasted once cannot be reconnected by signing in: the server keeps the two apart.
  const possible = before && before.authKind !== "oauth2" ? connector.auth.filter(({ kind }) => kind !== "oauth2") : connector.auth;
  return possible;
}

/** Which of them is shown first. Somebody who cannot set up an OAuth app starts with a way that works for them. */
export function firstWay(ways: readonly AuthOptionView[], wanted: string | undefined, isAdmin: boolean): AuthOptionView | undefined {
  return ways.find(({ kind }) => kind === wanted) ?? ways.find(({ isReady }) => isReady || isAdmin) ?? ways[0];
}

/** What one has to do and how long it takes, in a few words. */
export function describeWay({ kind, isReady }: AuthOptionView, connectorName: string, isAdmin: boolean): string {
  switch (kind) {
    case "oauth2":
      if (isReady) return `You agree on ${connectorName}'s page. About 20 seconds.`;
      return isAdmin ? "Needs an OAuth app first. About 5 minutes, once." : "Needs an OAuth app, which an admin sets up.";
    case "service_account":
      return "You drop a key file. About 30 seconds.";
    case "database":
      return "You paste a connection string or fill in four fields. About 30 seconds.";
    case "basic":
    case "client_credentials":
      return "You paste an ID and a secret. About 30 seconds.";
    case "api_key":
    case "bearer":
      return "You paste a key. About 30 seconds.";
  }
}
