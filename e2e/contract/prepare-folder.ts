import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "@/db/client";

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder with an empty, migrated database, for servers to start from: making one anew takes seconds each time. */
    dataFolder: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchbay-contract-data-"));
  await (await openDatabase({ databaseUrl: undefined, dataDir: folder })).close();
  project.provide("dataFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
