import type { Transaction } from "@/db/client";
import { apiKey } from "@/db/schema/workspaces";
import type { Actor } from "@/server/audit/actor";
import { recordAudit } from "@/server/audit/record-audit";
import { keyFacts } from "@/server/identity/hash-token";
import { newId } from "@/server/lib/ids";
import type { Secret } from "@/server/lib/secret";
import type { KeyScope } from "./permission";

export type NewApiKey = {
  key: Secret;
  workspaceId: string;
  name: string;
  scopes: KeyScope[];
  expiresAt: Date | null;
  callsPerMinute?: number | null;
  actor: Actor;
};

/** Writes an API key, as its hash and its first characters, and the audit entry. Returns its id and prefix. */
export async function insertApiKey(tx: Transaction, input: NewApiKey): Promise<{ id: string; prefix: string }> {
  const id = newId("apiKey");
  const { hash, prefix } = keyFacts(input.key);
  const { workspaceId, name, scopes, expiresAt, callsPerMinute = null, actor } = input;
  await tx.insert(apiKey).values({ id, workspaceId, name, prefix, hash, scopes, createdBy: actor.id, expiresAt, callsPerMinute });
  await recordAudit(tx, { workspaceId, actor, action: "api_key.create", target: id, data: { name, scopes, callsPerMinute, expiresAt: expiresAt?.toISOString() ?? null } });
  return { id, prefix };
}
