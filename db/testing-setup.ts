import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrateEmbedded, openDatabase } from "./client";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated, empty embedded database to start from; empty when the tests run on a real Postgres. */
    embeddedSnapshot: string;
    /** `postgres://…` of the server under test, and the migrated database that each test file copies. */
    postgresUrl: string;
    postgresTemplate: string;
  }
}

/** Migrates once per run; every test file then starts from a copy. `TEST_DATABASE_URL` chooses a real Postgres. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env["TEST_DATABASE_URL"];
  return url ? preparePostgres(project, url) : prepareEmbedded(project);
}

async function prepareEmbedded(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-test-"));
  const snapshot = path.join(folder, "snapshot.tar");
  const client = await migrateEmbedded(undefined);
  await writeFile(snapshot, Buffer.from(await (await client.dumpDataDir("none")).arrayBuffer()));
  await client.close();
  project.provide("embeddedSnapshot", snapshot);
  project.provide("postgresUrl", "");
  project.provide("postgresTemplate", "");
  return () => rm(folder, { recursive: true, force: true });
}

async function preparePostgres(project: TestProject, url: string): Promise<() => Promise<void>> {
  const { default: postgres } = await import("postgres");
  const template = `patchbay_template_${randomBytes(6).toString("hex")}`;
  const admin = postgres(url, { max: 1 });
  await admin.unsafe(`create database ${template}`);
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await (await openDatabase({ databaseUrl: templateUrl.href, dataDir: "" })).close();
  project.provide("embeddedSnapshot", "");
  project.provide("postgresUrl", url);
  project.provide("postgresTemplate", template);
  return async () => {
    await admin.unsafe(`drop database ${template} with (force)`);
    await admin.end();
  };
}
