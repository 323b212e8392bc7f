import { and, eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { customConnector } from "@/db/schema/custom-connectors";
import type { Connector } from "@/server/catalog/connector";
import { findConnector } from "@/server/catalog/registry";
import { AppError } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import { isCustomSlug } from "./custom-slug";
import { readDefinition } from "./read-definition";

const ttlMs = 2_000;
const maxEntries = 5_000;

type Cache = {
  entries: LRUCache<string, { connector: Connector | undefined }>;
  /** Grows with each change, so that a read in flight cannot store what it read before one. */
  generation: number;
};

/**
 * The connector that a slug means in a workspace: the catalog's, or the workspace's own. Without a promise for the
 * catalog's, and while the workspace's own is in memory, at most two seconds old; a change made by this process is
 * seen at once.
 */
export function connectorFor(runtime: Runtime, workspaceId: string, slug: string): Connector | undefined | Promise<Connector | undefined> {
  if (!isCustomSlug(slug)) return findConnector(slug);
  const entry = cacheOf(runtime).entries.get(keyOf(workspaceId, slug));
  return entry ? entry.connector : readConnector(runtime, workspaceId, slug);
}

/** As `connectorFor`. Throws `NOT_FOUND`, alike for another workspace's and for one that there is not. */
export async function requireConnector(runtime: Runtime, workspaceId: string, slug: string): Promise<Connector> {
  const connector = await connectorFor(runtime, workspaceId, slug);
  if (connector) return connector;
  throw noSuchConnector();
}

export function noSuchConnector(): AppError {
  return new AppError("NOT_FOUND", "There is no such connector in the catalog.");
}

/** For a list of rows: finds each of their connectors without asking again. */
export async function connectorsFor(runtime: Runtime, workspaceId: string, slugs: Iterable<string>): Promise<(slug: string) => Connector | undefined> {
  const wanted = [...new Set(slugs)].filter(isCustomSlug);
  const found = new Map(await Promise.all(wanted.map(async (slug) => [slug, await connectorFor(runtime, workspaceId, slug)] as const)));
  return (slug) => (isCustomSlug(slug) ? found.get(slug) : findConnector(slug));
}

/** Every verb that changes a custom connector calls this after its transaction. */
export function forgetConnector(runtime: Runtime, workspaceId: string, slug: string): void {
  const cache = cacheOf(runtime);
  cache.generation += 1;
  cache.entries.delete(keyOf(workspaceId, slug));
}

async function readConnector(runtime: Runtime, workspaceId: string, slug: string): Promise<Connector | undefined> {
  const cache = cacheOf(runtime);
  const { generation } = cache;
  const [row] = await runtime.database.db
    .select()
    .from(customConnector)
    .where(and(eq(customConnector.workspaceId, workspaceId), eq(customConnector.slug, slug)))
    .limit(1);
  const connector = row && readDefinition(runtime, row);
  if (cache.generation === generation) cache.entries.set(keyOf(workspaceId, slug), { connector });
  return connector;
}

const keyOf = (workspaceId: string, slug: string) => `${workspaceId} ${slug}`;

function cacheOf(runtime: Runtime): Cache {
  return runtime.singleton("custom-connectors.cache", () => ({ entries: new LRUCache({ max: maxEntries, ttl: ttlMs }), generation: 0 }));
}
