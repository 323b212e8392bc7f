import { and, asc, eq, gt } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { auditEntry, auditHead } from "@/db/schema/workspaces";
import { auditGenesis, hashAuditEntry } from "./record-audit";

export type AuditChainReport =
  | { isIntact: true; entries: number }
  /** `seq` is the first entry that is not what was written; everything before it is. */
  | { isIntact: false; seq: number; problem: string };

const pageSize = 500;

/**
 * Walks a workspace's audit chain from its first entry and says where it stops being what was written. It finds edited,
 * removed, inserted and cut-off entries; a person who rewrites every later hash and the head needs a copy to be found.
 */
export async function verifyAuditChain(db: Database, workspaceId: string): Promise<AuditChainReport> {
  // One snapshot, or an entry that is written meanwhile would look like one without a head.
  return db.transaction((tx) => walk(tx, workspaceId), { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function walk(tx: Transaction, workspaceId: string): Promise<AuditChainReport> {
  let seq = 0;
  let hash = auditGenesis;
  for (;;) {
    const page = await tx
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.workspaceId, workspaceId), gt(auditEntry.seq, seq)))
      .orderBy(asc(auditEntry.seq))
      .limit(pageSize);
    for (const entry of page) {
      if (entry.seq !== seq + 1) return broken(seq + 1, "The entry is missing.");
      if (entry.previousHash !== hash) return broken(entry.seq, "The entry does not follow from the one before it.");
      if (hashAuditEntry(entry) !== entry.hash) return broken(entry.seq, "The entry was changed after it was written.");
      seq = entry.seq;
      hash = entry.hash;
    }
    if (page.length < pageSize) break;
  }
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.workspaceId, workspaceId));
  const end = head ?? { seq: 0, hash: auditGenesis };
  if (end.seq > seq) return broken(seq + 1, "The entry is missing.");
  if (end.seq < seq) return broken(end.seq + 1, "The entry stands after the end of the chain.");
  return end.hash === hash ? { isIntact: true, entries: seq } : broken(seq, "The entry is not the one that the chain ends with.");
}

function broken(seq: number, problem: string): AuditChainReport {
  return { isIntact: false, seq, problem };
}
