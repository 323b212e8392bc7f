import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { auditEntry, auditHead } from "@/db/schema/workspaces";
import type { Actor } from "./actor";

/** What the first entry of every chain follows. */
export const auditGenesis = "0".repeat(64);

export type AuditFacts = {
  workspaceId: string;
  actor: Actor;
  /** `<noun>.<verb>`, such as `connection.create`. */
  action: string;
  /** The id of what changed. */
  target: string;
  /** Facts about the change. Never a secret: the entry is read by people and exported. */
  data?: Record<string, string | number | boolean | null | string[]>;
};

/** Appends one entry to the workspace's audit chain, in the transaction of the change it tells of. */
export async function recordAudit(tx: Transaction, facts: AuditFacts): Promise<void> {
  await tx.insert(auditHead).values({ workspaceId: facts.workspaceId, seq: 0, hash: auditGenesis }).onConflictDoNothing();
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.workspaceId, facts.workspaceId)).for("update");
  if (!head) throw new Error("the audit chain has no head");
  const entry = {
    workspaceId: facts.workspaceId,
    seq: head.seq + 1,
    actorKind: facts.actor.kind,
    actorId: facts.actor.id,
    action: facts.action,
    target: facts.target,
    data: facts.data ?? {},
    previousHash: head.hash,
    createdAt: new Date(),
  };
  const hash = hashAuditEntry(entry);
  await tx.insert(auditEntry).values({ ...entry, hash });
  await tx.update(auditHead).set({ seq: entry.seq, hash }).where(eq(auditHead.workspaceId, facts.workspaceId));
}

/** sha256 over the entry's fields in a fixed order; `data` by sorted keys, because jsonb does not keep their order. */
export function hashAuditEntry(entry: Omit<typeof auditEntry.$inferSelect, "hash">): string {
  const data = Object.entries(entry.data).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = [entry.workspaceId, entry.seq, entry.actorKind, entry.actorId, entry.action, entry.target, data, entry.previousHash, entry.createdAt.toISOString()];
  return createHash("sha256").update(JSON.stringify(fields)).digest("hex");
}
