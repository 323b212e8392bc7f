import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { openDatabase } from "./client";
import { workspace } from "./schema/workspaces";
import { openTestDatabase } from "./testing";

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "patchbay-client-"));
  dataDir = path.join(folder, "new", "data");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const open = () => openDatabase({ databaseUrl: undefined, dataDir });
const migrations = sql`select hash, created_at from drizzle.__drizzle_migrations order by id`;

// Each makes a database from nothing, which takes seconds on a busy machine.
describe("embedded", { timeout: 120_000 }, () => {
  test("makes its folder for its owner alone, and keeps rows over a reopening", async () => {
    const first = await open();
    expect(first.kind).toBe("embedded");
    await first.ping();
    await first.db.insert(workspace).values({ id: "wsp_1", slug: "kept", name: "Kept" });
    const applied = (await first.db.execute(migrations)) as { rows: unknown[] };
    await first.close();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(await readdir(dataDir)).toEqual(["db"]);

    const again = await open();
    expect(await again.db.select({ slug: workspace.slug }).from(workspace)).toEqual([{ slug: "kept" }]);
    expect(applied.rows.length).toBeGreaterThan(0);
    expect(((await again.db.execute(migrations)) as { rows: unknown[] }).rows).toEqual(applied.rows);
    await again.close();
  });

  test("refuses a second opening with DATA_DIR named, and leaves the first one whole", async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(/^DATA_DIR is in use: process \d+ has .* open\. Stop it, or give this one another DATA_DIR/);
    await first.db.insert(workspace).values({ id: "wsp_1", slug: "kept", name: "Kept" });
    expect(await first.db.$count(workspace)).toBe(1);
    await first.close();
  });

  test("a failed migration closes the database and gives the lock back", async () => {
    await mkdir(dataDir, { recursive: true });
    const foreign = await PGlite.create(path.join(dataDir, "db"));
    await foreign.exec("create table workspace (id integer)");
    await foreign.close();
    await expect(open()).rejects.toThrow("workspace");
    expect(await readdir(dataDir)).toEqual(["db"]);
    const reopened = await PGlite.create(path.join(dataDir, "db"));
    expect((await reopened.query("select * from workspace")).rows).toEqual([]);
    await reopened.close();
  });

  test("killed while it makes a new folder, the next start begins again", async () => {
    const script = `
      const { openDatabase } = await import(${JSON.stringify(path.resolve("db/client.ts"))});
      await openDatabase({ databaseUrl: undefined, dataDir: ${JSON.stringify(dataDir)} });
    `;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "ignore", "inherit"] });
    await expect.poll(() => readdir(path.join(dataDir, "db.new")).catch(() => []), { timeout: 30_000, interval: 5 }).toContain("PG_VERSION");
    child.kill("SIGKILL");
    await once(child, "exit");
    const next = await open();
    expect(await next.db.$count(workspace)).toBe(0);
    await next.close();
    expect(await readdir(dataDir)).toEqual(["db"]);
  });

  test("what a killed process had committed is there, and its lock is not in the way", async () => {
    const script = `
      const { openDatabase } = await import(${JSON.stringify(path.resolve("db/client.ts"))});
      const { workspace } = await import(${JSON.stringify(path.resolve("db/schema/workspaces.ts"))});
      const { db } = await openDatabase({ databaseUrl: undefined, dataDir: ${JSON.stringify(dataDir)} });
      await db.insert(workspace).values({ id: "wsp_1", slug: "committed", name: "Committed" });
      process.stdout.write("committed");
      setInterval(() => undefined, 1_000);
    `;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await expect(open()).rejects.toThrow(`process ${child.pid} has`);
    child.kill("SIGKILL");
    await once(child, "exit");
    const survivor = await open();
    expect(await survivor.db.select({ slug: workspace.slug }).from(workspace)).toEqual([{ slug: "committed" }]);
    await survivor.close();
  });
});

describe("either kind", () => {
  test("a build must not open it", async () => {
    vi.stubEnv("NEXT_PHASE", "phase-production-build");
    await expect(open()).rejects.toThrow("A build must not open the database");
    await expect(openDatabase({ databaseUrl: "postgres://127.0.0.1:1/none", dataDir })).rejects.toThrow("A build must not open the database");
    expect(await readdir(folder)).toEqual([]);
  });

  test("answers, rolls back a failed transaction, and gives dates back as dates", async () => {
    const database = await openTestDatabase();
    expect(database.kind).toBe(inject("postgresUrl") === "" ? "embedded" : "postgres");
    await database.ping();
    const createdAt = new Date("2026-01-02T03:04:05.678Z");
    await database.db.insert(workspace).values({ id: "wsp_1", slug: "dated", name: "Dated", createdAt });
    const failing = database.db.transaction(async (tx) => {
      await tx.update(workspace).set({ name: "Changed" }).where(eq(workspace.id, "wsp_1"));
      throw new Error("the change did not happen");
    });
    await expect(failing).rejects.toThrow("the change did not happen");
    expect(await database.db.select().from(workspace)).toMatchObject([{ id: "wsp_1", slug: "dated", name: "Dated", isSandbox: false, createdAt }]);
    await database.close();
  });

  test("appends lines while everything else goes on, and says so when they are refused", async () => {
    const database = await openTestDatabase();
    const copied = Array.from({ length: 60 }, (_, at) => database.appendLines(workspace, [workspace.id, workspace.slug, workspace.name], Buffer.from(`wsp_${at}\tslug-${at}\tName\n`)));
    const asked = Array.from({ length: 600 }, (_, at) => database.db.select({ id: workspace.id }).from(workspace).where(eq(workspace.slug, `slug-${at}`)));
    const ended = await Promise.allSettled([...copied, ...asked]);
    expect(ended.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(await database.db.$count(workspace)).toBe(60);
    await expect(database.appendLines(workspace, [workspace.id, workspace.slug, workspace.name], Buffer.from("wsp_1\ttaken\tName\n"))).rejects.toThrow();
    await database.ping();
    await database.close();
  });

  test("each test database is its own", async () => {
    const [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()]);
    await one.db.insert(workspace).values({ id: "wsp_1", slug: "one", name: "One" });
    expect(await two.db.$count(workspace)).toBe(0);
    await Promise.all([one.close(), two.close()]);
  });
});
