import type { CredentialFields } from "@/server/auth-kinds/credential";
import type { AuthOption } from "@/server/catalog/connector";
import type { VerifiedAccount } from "./credential-check";
import { canRenew } from "./renew-token";

export type StoredCredential = {
  option: AuthOption;
  credential: CredentialFields;
  account: VerifiedAccount;
  /** Inputs, and what the token answer told; the account's own are added. */
  facts: Readonly<Record<string, string>>;
  scopes: string[];
  tokenExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
};

/** The columns of a connection that follow from a credential that was verified a moment ago. */
export function credentialColumns({ option, credential, account, facts, scopes, tokenExpiresAt, refreshExpiresAt }: StoredCredential, now = new Date()) {
  return {
    authKind: option.kind,
    accountId: account.accountId,
    accountLabel: account.accountLabel,
    status: "active" as const,
    health: "healthy" as const,
    healthReason: null,
    scopes,
    inputs: { ...facts, ...account.facts },
    tokenExpiresAt,
    // What cannot be renewed ends for good with its token; `connectionState` reads it here.
    refreshExpiresAt: canRenew(option, credential) ? refreshExpiresAt : tokenExpiresAt,
    errorCount: 0,
    lastError: null,
    lastErrorDetail: null,
    lastHealthCheckAt: now,
    updatedAt: now,
  };
}
