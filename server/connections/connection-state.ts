import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { connection } from "@/db/schema/connections";
import type { ConnectionRow } from "./connection-cache";
import type { ConnectionView } from "./schema";

type Stored = Pick<ConnectionRow, "status" | "health" | "healthReason" | "lastError" | "pausedAt" | "refreshExpiresAt" | "authKind">;
export type ConnectionState = Pick<ConnectionView, "status" | "health" | "isPaused" | "needsAttention" | "attention">;

/** States that only a new credential ends. */
const ended = ["expired", "invalid", "revoked"] as const;
const isEnded = (status: Stored["status"]) => status === "expired" || status === "invalid" || status === "revoked";

/**
 * A connection's state in words, from its row. The one place that knows it; `statusIs`, `healthIs` and
 * `needsAttentionIs` below say the same to the database.
 */
export function connectionState(row: Stored, now: Date): ConnectionState {
  const hasLapsed = row.status === "active" && row.refreshExpiresAt !== null && row.refreshExpiresAt <= now;
  const status = hasLapsed ? "expired" : row.status;
  const health = isEnded(status) || status === "error" ? "failing" : row.health;
  const isPaused = row.pausedAt !== null;
  const attention = whatToDo(row, status, health, isPaused);
  return { status, health, isPaused, attention, needsAttention: attention !== null && !isPaused };
}

function whatToDo(row: Stored, status: Stored["status"], health: Stored["health"], isPaused: boolean): ConnectionState["attention"] {
  if (isPaused) return { action: "resume", message: "It is paused: calls are refused until someone resumes it." };
  const reason = row.lastError ?? row.healthReason;
  if (status === "expired") return { action: "reconnect", message: reason ?? "The access has expired. Reconnect to go on." };
  if (isEnded(status)) return { action: "reconnect", message: reason ?? "The credential is no longer accepted. Reconnect to go on." };
  if (status === "error" && row.authKind === "oauth2") return { action: "fix_app", message: reason ?? "The OAuth app behind it is refused. An admin has to check its client id and secret." };
  if (status === "error" || health === "failing") return { action: "retry", message: reason ?? "The last checks failed. Test it again." };
  return null;
}

/** What can still be renewed has no `refresh_expires_at` in the past; what cannot has the token's own expiry there. */
const hasLapsed = (now: Date) => and(eq(connection.status, "active"), isNotNull(connection.refreshExpiresAt), lte(connection.refreshExpiresAt, now));
const hasNotLapsed = (now: Date) => or(isNull(connection.refreshExpiresAt), gt(connection.refreshExpiresAt, now));

export function statusIs(status: ConnectionView["status"], now: Date): SQL | undefined {
  if (status === "expired") return or(eq(connection.status, "expired"), hasLapsed(now));
  if (status === "active") return and(eq(connection.status, "active"), hasNotLapsed(now));
  return eq(connection.status, status);
}

export function healthIs(health: ConnectionView["health"], now: Date): SQL | undefined {
  const fails = or(inArray(connection.status, [...ended, "error"]), hasLapsed(now));
  if (health === "failing") return or(eq(connection.health, "failing"), fails);
  return and(eq(connection.health, health), sql`not ${fails}`);
}

export function needsAttentionIs(expected: boolean, now: Date): SQL | undefined {
  const needs = and(isNull(connection.pausedAt), healthIs("failing", now));
  return expected ? needs : sql`not ${needs}`;
}
