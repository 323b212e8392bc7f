import fc from "fast-check";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OpenedDatabase } from "@/db/client";
import { vaultKey } from "@/db/schema/vault";
import { openTestDatabase } from "@/db/testing";
import { AppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { loadDataKeys, rewrapDataKeys } from "./data-keys";
import { type OpenedVault, openVault, type VaultOptions } from "./open-vault";
import { addDataKey } from "./testing";
import type { SealedFor } from "./vault";
import { deriveWrappingKey } from "./wrapping-key";

const boundTo: SealedFor = { workspaceId: "wsp_1", ownerId: "con_1", field: "api_key" };
const secretText = "the vault secret of this test file";

let database: OpenedDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
});

const open = (options: Partial<VaultOptions> = {}): Promise<OpenedVault> =>
  openVault({ db: database.db, secret: new Secret(secretText), salt: new Secret("salt of this test file"), iterations: 1_000, ...options });

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error("an AppError was expected", { cause: error });
}

describe("opening", () => {
  test("the first boot makes version 1, wrapped, and later boots use it", async () => {
    const first = await open();
    const { sealed, keyVersion } = first.seal(new Secret("sk_live_1"), boundTo);
    expect(keyVersion).toBe(1);
    expect(first.keyVersion).toBe(1);
    const again = await open();
    expect(again.open(sealed, boundTo).reveal()).toBe("sk_live_1");
    const rows = await database.db.select().from(vaultKey);
    expect(rows.map((row) => [row.version, row.isActive])).toEqual([[1, true]]);
    // v1. + base64url(12 + 32 + 16)
    expect(rows[0]?.wrapped).toMatch(/^v1\.[\w-]{80}$/);
  });

  test("processes that boot together on an empty database agree on one key", async () => {
    const vaults = await Promise.all(Array.from({ length: 8 }, () => open()));
    const [first, ...others] = vaults;
    expect(await database.db.$count(vaultKey)).toBe(1);
    for (const vault of others) {
      expect(vault.open(first?.seal(new Secret("shared"), boundTo).sealed ?? "", boundTo).reveal()).toBe("shared");
      expect(vault.deriveToken("links")).toBe(first?.deriveToken("links"));
    }
  });

  test("those that find the table empty at the same time end with one key", async () => {
    const wrapping = await deriveWrappingKey(new Secret(secretText), new Secret("salt"), 1);
    const loaded = await Promise.all(Array.from({ length: 8 }, () => loadDataKeys(database.db, wrapping)));
    const keys = loaded.map((each) => each?.byVersion.get(1)?.export().toString("hex"));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["another secret", { secret: new Secret("some other secret that is long enough") }],
    ["another salt", { salt: new Secret("some other salt") }],
    ["another iteration count", { iterations: 1_001 }],
    ["another secret and a wrong previous one", { secret: new Secret("some other secret"), previous: new Secret("wrong as well") }],
  ])("%s is refused with the variables named, and changes nothing", async (_, options) => {
    await open();
    const before = await database.db.select().from(vaultKey);
    const error = await refusal(open(options));
    expect(error.code).toBe("INVALID_REQUEST");
    expect(error.message).toContain("CREDENTIAL_VAULT_SECRET");
    expect(error.message).toContain("CREDENTIAL_VAULT_SALT");
    expect(error.message).toContain("credentials stored in this database");
    expect(error.message).toContain("CREDENTIAL_VAULT_SECRET_PREVIOUS");
    expect(error.message).not.toContain("some other");
    expect(await database.db.select().from(vaultKey)).toEqual(before);
    await open();
  });

  test("a wrapped key moved to another version is refused", async () => {
    await open();
    await database.db.update(vaultKey).set({ version: 2 });
    expect((await refusal(open())).message).toContain("CREDENTIAL_VAULT_SECRET");
  });

  test("no active key is refused with the table named", async () => {
    await open();
    await database.db.update(vaultKey).set({ isActive: false });
    expect((await refusal(open())).message).toContain("vault_key");
  });
});

describe("changing the secret", () => {
  const next = { secret: new Secret("the next vault secret") };

  test("the previous secret re-wraps every key; what was sealed and derived stays", async () => {
    const before = await open();
    const { sealed } = before.seal(new Secret("kept"), boundTo);
    await addDataKey(database.db, 2, { secret: new Secret(secretText), salt: new Secret("salt of this test file"), iterations: 1_000 });
    const changed = await open({ ...next, previous: new Secret(secretText) });
    expect(changed.open(sealed, boundTo).reveal()).toBe("kept");
    expect(changed.deriveToken("links")).toBe(before.deriveToken("links"));
    expect((await open(next)).open(sealed, boundTo).reveal()).toBe("kept");
    expect((await refusal(open())).code).toBe("INVALID_REQUEST");
  });

  test("leaving the previous secret in place afterwards does no harm", async () => {
    await open();
    await open({ ...next, previous: new Secret(secretText) });
    const rows = await database.db.select().from(vaultKey);
    await open({ ...next, previous: new Secret(secretText) });
    expect(await database.db.select().from(vaultKey)).toEqual(rows);
  });

  test("processes that change it together all open afterwards", async () => {
    const { sealed } = (await open()).seal(new Secret("kept"), boundTo);
    const vaults = await Promise.all(Array.from({ length: 6 }, () => open({ ...next, previous: new Secret(secretText) })));
    expect(vaults.map((vault) => vault.open(sealed, boundTo).reveal())).toEqual(Array.from({ length: 6 }, () => "kept"));
  });

  test("of two that change it to different secrets, one is refused", async () => {
    await open();
    const salt = new Secret("salt of this test file");
    const keys = await Promise.all([secretText, "one new secret", "another new secret"].map((text) => deriveWrappingKey(new Secret(text), salt, 1_000)));
    const [previous, ...news] = keys;
    if (!previous) throw new Error("the previous key is missing");
    // Connections that are open already start both transactions at the same moment.
    await Promise.all(Array.from({ length: 10 }, () => database.ping()));
    const changed = await Promise.all(news.map((current) => rewrapDataKeys(database.db, { current, previous })));
    expect(changed.filter(Boolean)).toHaveLength(1);
    expect((await Promise.all(news.map((current) => loadDataKeys(database.db, current)))).map((loaded) => loaded !== undefined)).toEqual(changed);
  });

  test("one key that opens with neither secret leaves all of them as they were", async () => {
    await open();
    await addDataKey(database.db, 2, { secret: new Secret("a third secret"), salt: new Secret("salt of this test file"), iterations: 1_000 });
    const before = await database.db.select().from(vaultKey);
    await refusal(open({ ...next, previous: new Secret(secretText) }));
    expect(await database.db.select().from(vaultKey)).toEqual(before);
  });
});

describe("key versions", () => {
  const sameSecrets = { secret: new Secret(secretText), salt: new Secret("salt of this test file"), iterations: 1_000 };

  test("the highest active version seals, older ones still open", async () => {
    const old = (await open()).seal(new Secret("old"), boundTo);
    await addDataKey(database.db, 2, sameSecrets);
    await addDataKey(database.db, 3, sameSecrets);
    await database.db.update(vaultKey).set({ isActive: false }).where(eq(vaultKey.version, 3));
    const vault = await open();
    expect(vault.keyVersion).toBe(2);
    expect(vault.seal(new Secret("new"), boundTo)).toMatchObject({ keyVersion: 2, sealed: expect.stringMatching(/^v1\.2\./) });
    expect(vault.open(old.sealed, boundTo).reveal()).toBe("old");
  });

  test("an envelope that claims another known version is refused", async () => {
    await open();
    await addDataKey(database.db, 2, sameSecrets);
    const vault = await open();
    const { sealed } = vault.seal(new Secret("text"), boundTo);
    expect(() => vault.open(sealed.replace(/^v1\.2\./, "v1.1."), boundTo)).toThrow("does not open");
  });

  test("a version of another process fails clearly once, then opens", async () => {
    const here = await open();
    await addDataKey(database.db, 2, sameSecrets);
    const { sealed } = (await open()).seal(new Secret("from there"), boundTo);
    expect(() => here.open(sealed, boundTo)).toThrow(/key version 2.*Try again/);
    await here.refreshKeys();
    expect(here.open(sealed, boundTo).reveal()).toBe("from there");
    expect(here.keyVersion).toBe(2);
  });

  test("meeting an unknown version reloads the keys without being asked", async () => {
    const here = await open();
    await addDataKey(database.db, 2, sameSecrets);
    const { sealed } = (await open()).seal(new Secret("from there"), boundTo);
    expect(() => here.open(sealed, boundTo)).toThrow("key version 2");
    await expect.poll(() => here.keyVersion).toBe(2);
    expect(here.open(sealed, boundTo).reveal()).toBe("from there");
  });

  test("a process keeps its keys when another one changed the secret", async () => {
    const here = await open();
    const { sealed } = here.seal(new Secret("kept"), boundTo);
    await open({ secret: new Secret("the next vault secret"), previous: new Secret(secretText) });
    expect((await refusal(here.refreshKeys())).message).toContain("Restart this one");
    expect(here.open(sealed, boundTo).reveal()).toBe("kept");
  });
});

describe("derived tokens", () => {
  test("are 32 bytes, differ by purpose and database, and outlive restarts and new keys", async () => {
    const first = await open();
    const token = first.deriveToken("link");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(first.deriveToken("cookie")).not.toBe(token);
    await addDataKey(database.db, 2, { secret: new Secret(secretText), salt: new Secret("salt of this test file"), iterations: 1_000 });
    expect((await open()).deriveToken("link")).toBe(token);
    const other = await openTestDatabase();
    expect((await open({ db: other.db })).deriveToken("link")).not.toBe(token);
    await other.close();
  });

  test("no two purposes share one", async () => {
    const vault = await open();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, two) => {
        expect(vault.deriveToken(one) === vault.deriveToken(two)).toBe(one === two);
      }),
    );
  });
});
