import type { ConnectionRow } from "@/server/connections/connection-cache";
import type { CredentialCheck } from "@/server/connections/credential-check";

type Before = Pick<ConnectionRow, "status" | "health" | "healthSince" | "errorCount" | "authKind" | "accountId" | "accountLabel" | "lastError" | "lastErrorDetail" | "healthReason">;
export type HealthChange = Partial<ConnectionRow> & Pick<ConnectionRow, "status" | "health" | "healthReason" | "healthSince">;

/** So many checks in a row without an answer are an outage, fewer are a hiccup. */
const failingAfter = 3;

/** What a check means for a connection that was in the state `before`. */
export function nextHealth(before: Before, check: CredentialCheck, now: Date): HealthChange {
  const judged = judge(before, check);
  const isSame = judged.health === before.health && judged.status === before.status;
  return { ...judged, healthSince: isSame ? before.healthSince : now };
}

function judge(before: Before, check: CredentialCheck): Omit<HealthChange, "healthSince"> {
  if (check.kind === "ok") {
    const { accountId, accountLabel } = check.account;
    const isKnown = before.accountId === null || before.accountId === accountId;
    return {
      status: "active",
      health: "healthy",
      healthReason: null,
      errorCount: 0,
      lastError: null,
      lastErrorDetail: null,
      ...(isKnown ? { accountId: accountId ?? before.accountId, accountLabel: accountLabel ?? before.accountLabel } : {}),
    };
  }
  const { message, detail } = check;
  const failure = { lastError: message, lastErrorDetail: detail, healthReason: message, errorCount: before.errorCount + 1 };
  switch (check.kind) {
    case "refused":
      return { ...failure, status: before.authKind === "oauth2" ? "revoked" : "invalid", health: "failing" };
    case "misdirected":
      return { ...failure, status: before.status, health: "failing" };
    case "unreachable":
      return { ...failure, status: before.status, health: failure.errorCount >= failingAfter || before.health === "failing" ? "failing" : "degraded" };
    case "rate_limited":
      // A busy vendor says nothing about the credential: what failed before has not healed by it.
      return before.health === "failing" ? { status: before.status, health: "failing", healthReason: before.healthReason } : { status: before.status, health: "degraded", healthReason: message };
  }
}
