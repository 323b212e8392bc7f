import type { ServiceName } from "emulate";

/** One emulated vendor of the demo: what it stands in for, where people consent, and whose account it holds. */
export type SandboxProvider = {
  /** Its name in the `emulate` package. */
  service: ServiceName;
  /** The connectors that it answers for. */
  slugs: string[];
  /** Absent where people paste a key. */
  oauth?: { authorizePath: string; tokenPath: string; revokePath?: string };
  /** The account it starts with. `clients` are the OAuth apps that Patchbay is registered as. */
  seed(clients: OAuthClient[]): Record<string, unknown>;
  /** Where the emulator tells an account's id, which it makes up anew at each start: the demo's stays the same. */
  accountId?: { path: string; field: string; from: string };
  /** Keys have the vendor's shape; the emulator itself takes any text. */
  keyShape?: { pattern: RegExp; refusal: Answer };
  /** Routes that the emulator lacks and a connector calls. */
  missingRoutes: MissingRoute[];
};

export type OAuthClient = { client_id: string; client_secret: string; name: string; redirect_uris: string[] };

export type Answer = { status: number; body: unknown };

export type MissingRoute = {
  method: "GET" | "POST" | "DELETE";
  path: RegExp;
  answer(): Answer;
};
