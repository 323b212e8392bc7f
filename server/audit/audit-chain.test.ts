import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "@/db/client";
import { auditEntry, auditHead } from "@/db/schema/workspaces";
import { openTestDatabase } from "@/db/testing";
import { newId } from "@/server/lib/ids";
import type { Actor } from "./actor";
import { type AuditFacts, hashAuditEntry, recordAudit } from "./record-audit";
import { verifyAuditChain } from "./verify-audit-chain";

let database: OpenedDatabase;
let workspaceId: string;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  workspaceId = newId("workspace");
});

const actor: Actor = { kind: "user", id: "user_1", sessionId: "session_1" };
const facts = (over: Partial<AuditFacts> = {}): AuditFacts => ({ workspaceId, actor, action: "connection.create", target: "con_1", ...over });
const record = (over: Partial<AuditFacts> = {}) => database.db.transaction((tx) => recordAudit(tx, facts(over)));
const verify = () => verifyAuditChain(database.db, workspaceId);
const entry = (seq: number) => and(eq(auditEntry.workspaceId, workspaceId), eq(auditEntry.seq, seq));

async function recordFive(): Promise<void> {
  for (let count = 1; count <= 5; count += 1) await record({ target: `con_${count}`, data: { count } });
}

describe("recording", () => {
  test("an entry holds who did what to what", async () => {
    await record({ data: { name: "GitHub", scopes: ["a", "b"], count: 2, isPrivate: true, previous: null } });
    const [row] = await database.db.select().from(auditEntry).where(entry(1));
    expect(row).toMatchObject({
      actorKind: "user",
      actorId: "user_1",
      action: "connection.create",
      target: "con_1",
      data: { name: "GitHub", scopes: ["a", "b"], count: 2, isPrivate: true, previous: null },
      previousHash: "0".repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(Math.abs(Date.now() - (row?.createdAt.getTime() ?? 0))).toBeLessThan(60_000);
    // A session id lets its reader act as the person; the chain is exported.
    expect(JSON.stringify(row)).not.toContain("session_1");
  });

  test("many transactions at once make one chain without gaps", async () => {
    await Promise.all(Array.from({ length: 60 }, (_, count) => record({ target: `con_${count}`, data: { count } })));
    expect(await verify()).toEqual({ isIntact: true, entries: 60 });
    const rows = await database.db.select({ target: auditEntry.target }).from(auditEntry).where(eq(auditEntry.workspaceId, workspaceId));
    expect(new Set(rows.map((row) => row.target)).size).toBe(60);
  });

  test("several entries of one transaction, and transactions that fail between them, leave no gap", async () => {
    await Promise.allSettled(
      Array.from({ length: 20 }, (_, count) =>
        database.db.transaction(async (tx) => {
          await recordAudit(tx, facts({ target: `first of ${count}` }));
          await recordAudit(tx, facts({ target: `second of ${count}` }));
          if (count % 3 === 0) throw new Error("the change did not happen");
        }),
      ),
    );
    expect(await verify()).toEqual({ isIntact: true, entries: 26 });
    expect(await database.db.$count(auditEntry, and(eq(auditEntry.workspaceId, workspaceId), eq(auditEntry.target, "first of 0")))).toBe(0);
  });

  test("each workspace has a chain of its own", async () => {
    const other = newId("workspace");
    await Promise.all(Array.from({ length: 20 }, (_, count) => record({ workspaceId: count % 2 ? other : workspaceId })));
    expect(await verify()).toEqual({ isIntact: true, entries: 10 });
    expect(await verifyAuditChain(database.db, other)).toEqual({ isIntact: true, entries: 10 });
  });

  test.each<[string, AuditFacts["data"]]>([
    ["keys in an order that jsonb does not keep", { zebra: 1, a: 2, "10": 3, "9": 4, aa: 5 }],
    ["numbers that jsonb writes otherwise", { large: 1e21, small: 1e-7, fraction: 0.1, negative: -0, whole: 1.0 }],
    ["text beyond ASCII", { name: "Žluťoučký kůň 🐎", quote: '"\\\n\t' }],
    ["nothing", {}],
  ])("what comes back from the database has the hash of what went in: %s", async (_, data) => {
    await record(data ? { data } : {});
    expect(await verify()).toEqual({ isIntact: true, entries: 1 });
  });
});

describe("verifying", () => {
  test("a workspace without entries is intact", async () => {
    expect(await verify()).toEqual({ isIntact: true, entries: 0 });
  });

  test("a chain longer than a page is walked to its end", async () => {
    await database.db.transaction(async (tx) => {
      for (let count = 0; count < 501; count += 1) await recordAudit(tx, facts());
    });
    expect(await verify()).toEqual({ isIntact: true, entries: 501 });
    await database.db.update(auditEntry).set({ target: "con_2" }).where(entry(501));
    expect(await verify()).toMatchObject({ isIntact: false, seq: 501 });
  });

  test.each<[string, Partial<typeof auditEntry.$inferInsert>]>([
    ["actor kind", { actorKind: "system" }],
    ["actor", { actorId: "user_2" }],
    ["action", { action: "connection.delete" }],
    ["target", { target: "con_9" }],
    ["data", { data: { count: 4 } }],
    ["data, by one more fact", { data: { count: 3, more: true } }],
    ["time", { createdAt: new Date(0) }],
    ["hash", { hash: "f".repeat(64) }],
  ])("an edited %s is found at its entry", async (_, change) => {
    await recordFive();
    await database.db.update(auditEntry).set(change).where(entry(3));
    expect(await verify()).toEqual({ isIntact: false, seq: 3, problem: "The entry was changed after it was written." });
  });

  test("an edited link to the entry before is found", async () => {
    await recordFive();
    await database.db.update(auditEntry).set({ previousHash: "f".repeat(64) }).where(entry(3));
    expect(await verify()).toEqual({ isIntact: false, seq: 3, problem: "The entry does not follow from the one before it." });
  });

  test("an entry whose hash was made again is found at the next one, or at the end", async () => {
    await recordFive();
    for (const [edited, found] of [[5, 5], [3, 4]] as const) {
      await database.db.update(auditEntry).set({ target: "con_9" }).where(entry(edited));
      const [row] = await database.db.select().from(auditEntry).where(entry(edited));
      await database.db.update(auditEntry).set({ hash: row && hashAuditEntry(row) }).where(entry(edited));
      expect(await verify()).toMatchObject({ isIntact: false, seq: found });
    }
  });

  test.each([1, 3, 5])("removed entry %i is found", async (seq) => {
    await recordFive();
    await database.db.delete(auditEntry).where(entry(seq));
    expect(await verify()).toEqual({ isIntact: false, seq, problem: "The entry is missing." });
  });

  test("all entries removed is found, and so is a removed head", async () => {
    await recordFive();
    await database.db.delete(auditHead).where(eq(auditHead.workspaceId, workspaceId));
    expect(await verify()).toMatchObject({ isIntact: false, seq: 1, problem: "The entry stands after the end of the chain." });
    await database.db.insert(auditHead).values({ workspaceId, seq: 5, hash: "0".repeat(64) });
    await database.db.delete(auditEntry).where(eq(auditEntry.workspaceId, workspaceId));
    expect(await verify()).toEqual({ isIntact: false, seq: 1, problem: "The entry is missing." });
  });

  test("an added entry is found", async () => {
    await recordFive();
    await database.db.execute(sql`insert into audit_entry select workspace_id, 6, actor_kind, actor_id, action, target, data, hash, repeat('f', 64), created_at from audit_entry where workspace_id = ${workspaceId} and seq = 5`);
    expect(await verify()).toMatchObject({ isIntact: false, seq: 6 });
  });

  test("two entries that changed places are found", async () => {
    await recordFive();
    for (const [from, to] of [[2, 100], [3, 2], [100, 3]] as const) await database.db.update(auditEntry).set({ seq: to }).where(entry(from));
    expect(await verify()).toMatchObject({ isIntact: false, seq: 2 });
  });

  test("an entry of another workspace does not pass", async () => {
    await record();
    const other = newId("workspace");
    await record({ workspaceId: other });
    await database.db.delete(auditEntry).where(entry(1));
    await database.db.update(auditEntry).set({ workspaceId }).where(eq(auditEntry.workspaceId, other));
    expect(await verify()).toMatchObject({ isIntact: false, seq: 1 });
  });

  test("entries that are written meanwhile do not look like a break", async () => {
    const writing = Promise.all(Array.from({ length: 40 }, () => record()));
    const reports = await Promise.all(Array.from({ length: 10 }, verify));
    await writing;
    expect(reports.filter((report) => !report.isIntact)).toEqual([]);
    expect(await verify()).toEqual({ isIntact: true, entries: 40 });
  });
});
