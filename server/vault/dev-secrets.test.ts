import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "@/server/lib/env";
import { loadOrCreateVaultSecrets, type VaultSecrets } from "./dev-secrets";

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "patchbay-secrets-"));
  dataDir = path.join(folder, "new", "data");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const envOf = (values: Record<string, string> = {}) => parseEnv({ NODE_ENV: "development", DATA_DIR: dataDir, ...values });
const shown = (secrets: VaultSecrets) => ({ secret: secrets.secret.reveal(), salt: secrets.salt.reveal(), previous: secrets.previous?.reveal() });
const given = { CREDENTIAL_VAULT_SECRET: "s".repeat(32), CREDENTIAL_VAULT_SALT: "t".repeat(16) };

test("the environment's secrets are used and nothing is written", async () => {
  const secrets = await loadOrCreateVaultSecrets(envOf({ ...given, CREDENTIAL_VAULT_SECRET_PREVIOUS: "p".repeat(32) }));
  expect(shown(secrets)).toEqual({ secret: "s".repeat(32), salt: "t".repeat(16), previous: "p".repeat(32) });
  expect(await readdir(folder)).toEqual([]);
});

test("development makes them once, for its owner alone", async () => {
  const first = shown(await loadOrCreateVaultSecrets(envOf()));
  expect(first.secret.length).toBeGreaterThanOrEqual(32);
  expect(first.salt.length).toBeGreaterThanOrEqual(16);
  expect((await stat(path.join(dataDir, "vault.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
  expect(await readdir(dataDir)).toEqual(["vault.json"]);
  expect(shown(await loadOrCreateVaultSecrets(envOf()))).toEqual(first);
});

test("two folders get different secrets", async () => {
  const first = shown(await loadOrCreateVaultSecrets(envOf()));
  const second = shown(await loadOrCreateVaultSecrets(envOf({ DATA_DIR: path.join(folder, "other") })));
  expect(second.secret).not.toBe(first.secret);
  expect(second.salt).not.toBe(first.salt);
});

test("many at once agree on one file and leave no drafts", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateVaultSecrets(envOf())));
  expect(new Set(all.map((secrets) => JSON.stringify(shown(secrets)))).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(["vault.json"]);
});

test("one given value goes with the other, kept one", async () => {
  const kept = shown(await loadOrCreateVaultSecrets(envOf()));
  const mixed = shown(await loadOrCreateVaultSecrets(envOf({ CREDENTIAL_VAULT_SECRET: given.CREDENTIAL_VAULT_SECRET })));
  expect(mixed).toMatchObject({ secret: given.CREDENTIAL_VAULT_SECRET, salt: kept.salt });
});

test("production never makes them; the demo does, also as a production build", async () => {
  const demo = envOf({ NODE_ENV: "production", PATCHBAY_SANDBOX: "1" });
  expect(shown(await loadOrCreateVaultSecrets(demo)).secret).toBeTruthy();
  await rm(dataDir, { recursive: true });
  await expect(loadOrCreateVaultSecrets({ ...demo, isSandbox: false })).rejects.toThrow("CREDENTIAL_VAULT_SECRET");
  expect(await readdir(path.dirname(dataDir))).toEqual([]);
});

test.each([
  ["not JSON", "{"],
  ["empty", ""],
  ["a short secret", JSON.stringify({ secret: "short", salt: "t".repeat(16) })],
  ["no salt", JSON.stringify({ secret: "s".repeat(32) })],
])("a damaged file (%s) is refused by name, not replaced", async (_, content) => {
  await loadOrCreateVaultSecrets(envOf());
  const file = path.join(dataDir, "vault.json");
  await writeFile(file, content);
  await expect(loadOrCreateVaultSecrets(envOf())).rejects.toThrow(file);
  expect(await readFile(file, "utf8")).toBe(content);
});

test("a file that cannot be read is not taken for a missing one", async () => {
  await mkdir(path.join(dataDir, "vault.json"), { recursive: true });
  await expect(loadOrCreateVaultSecrets(envOf())).rejects.toThrow("EISDIR");
});
