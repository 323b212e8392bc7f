import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { oauthApp } from "@/db/schema/connections";
import { newId } from "@/server/lib/ids";
import type { Secret } from "@/server/lib/secret";
import type { SealedFor, Vault } from "@/server/vault/vault";

export type OAuthAppValues = {
  /** Null serves every workspace of this instance. */
  workspaceId: string | null;
  slug: string;
  clientId: string;
  clientSecret: Secret;
  createdBy: string;
};

/** What an app's secret is sealed for. */
export function boundToApp(workspaceId: string | null, id: string): SealedFor {
  return { workspaceId: workspaceId ?? "instance", ownerId: id, field: "client_secret" };
}

/** Makes or replaces the one registration of a workspace (or of the instance) at a vendor; its id stays. */
export async function writeOAuthApp(tx: Transaction, vault: Vault, values: OAuthAppValues): Promise<{ id: string; previousClientId: string | null }> {
  const { workspaceId, slug, clientId, clientSecret, createdBy } = values;
  const id = newId("oauthApp");
  const made = seal(vault, workspaceId, id, clientSecret);
  const inserted = await tx
    .insert(oauthApp)
    .values({ id, workspaceId, connector: slug, clientId, ...made, createdBy })
    .onConflictDoNothing()
    .returning({ id: oauthApp.id });
  if (inserted.length > 0) return { id, previousClientId: null };
  const owner = workspaceId === null ? isNull(oauthApp.workspaceId) : eq(oauthApp.workspaceId, workspaceId);
  const [row] = await tx
    .select()
    .from(oauthApp)
    .where(and(owner, eq(oauthApp.connector, slug)))
    .for("update");
  // Deleted between the two statements: the insert goes through now.
  if (!row) return writeOAuthApp(tx, vault, values);
  await tx
    .update(oauthApp)
    .set({ clientId, ...seal(vault, workspaceId, row.id, clientSecret), updatedAt: new Date() })
    .where(eq(oauthApp.id, row.id));
  return { id: row.id, previousClientId: row.clientId };
}

function seal(vault: Vault, workspaceId: string | null, id: string, secret: Secret) {
  const { sealed, keyVersion } = vault.seal(secret, boundToApp(workspaceId, id));
  return { clientSecretSealed: sealed, keyVersion };
}
