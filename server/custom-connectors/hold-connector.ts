import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customConnector } from "@/db/schema/custom-connectors";
import type { Connector } from "@/server/catalog/connector";
import { AppError } from "@/server/lib/errors";

/**
 * Keeps a custom connector as it is until the transaction ends, which stores a credential that was proven by it.
 * Throws `CONFLICT` when it was changed or deleted since: the credential may have been meant for another address.
 */
export async function holdConnector(tx: Transaction, workspaceId: string, connector: Connector): Promise<void> {
  if (!connector.custom) return;
  const [row] = await tx
    .select({ version: customConnector.version })
    .from(customConnector)
    .where(and(eq(customConnector.workspaceId, workspaceId), eq(customConnector.slug, connector.slug)))
    .for("share");
  if (row?.version !== connector.custom.version) throw new AppError("CONFLICT", `${connector.name} was changed or deleted while it was being connected. Nothing was stored. Start again.`);
}
