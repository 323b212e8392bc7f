import type { Egress } from "@/server/lib/http/egress";
import type { Secret } from "@/server/lib/secret";

/**
 * How the way to a database is protected.
 * `verify-full`: encrypted, and the certificate has to be valid for the host.
 * `require`: encrypted, but the certificate is not checked, so it does not stop someone in the middle.
 * `auto`: `verify-full` to public addresses; inside networks that EGRESS_ALLOW names, encrypted when the server offers it.
 */
export const tlsModes = ["auto", "verify-full", "require", "disable"] as const;
export type TlsMode = (typeof tlsModes)[number];

export type DatabaseTarget = {
  host: string;
  port: number;
  username: string | null;
  password: Secret | null;
  /** Its name, or its number for Redis. */
  database: string | null;
  tls: TlsMode;
  /** Fields that only one kind of server has. None of them is secret. */
  extra?: Readonly<Record<string, string>>;
};

/** What a login attempt showed. `fields` says by key what to fix in the form; `detail` is the server's own text. */
export type ProbeOutcome =
  | { kind: "ok" }
  | { kind: "refused"; message: string; fields: Record<string, string>; detail: string }
  | { kind: "unreachable"; code: "SERVICE_UNAVAILABLE" | "TIMEOUT"; message: string; fields: Record<string, string>; detail: string };

export type DatabaseDriver = {
  /** Opens a real connection to the vetted address, logs in, asks something harmless, closes. */
  probe(egress: Egress, target: DatabaseTarget, signal: AbortSignal): Promise<ProbeOutcome>;
};

/** Thrown inside a driver where the outcome is clear before the client library has a say. */
export class ProbeError extends Error {
  constructor(readonly result: Exclude<ProbeOutcome, { kind: "ok" }>) {
    super(result.message);
    this.name = "ProbeError";
  }
}
