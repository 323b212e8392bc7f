import type { AuthKind } from "@/server/catalog/connector";

/** What a wizard is opened for. */
export type ConnectRequest = {
  /** The connector's slug. */
  connectorId: string;
  /** For the heading, until the connector itself is loaded. */
  connectorName: string;
  /** Changes this connection instead of making a new one: its id, name and settings stay. */
  connectionId?: string | undefined;
  /** `rotate` puts a new credential of the same account in place; only with `connectionId`. */
  purpose?: "connect" | "rotate" | undefined;
  /** For an admin: begins with the connector's OAuth app, which its vendor refuses. */
  isFixingApp?: boolean | undefined;
  /** The way to begin with. */
  authKind?: AuthKind | undefined;
  /** A sign-in that ended without this page: begins with the account that it found. */
  flowId?: string | undefined;
  /** A key or connection string that the person pasted elsewhere. It goes nowhere before they press Connect. */
  pasted?: string | undefined;
};
