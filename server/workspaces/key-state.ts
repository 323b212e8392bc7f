import { eq } from "drizzle-orm";
import { apiKey, workspace } from "@/db/schema/workspaces";
import type { Runtime } from "@/server/runtime/runtime";
import { provenWorkspaceId, type WorkspaceContext } from "./context";
import { permissionsOfScopes } from "./permission";

/** What is known of the key with a given hash. */
export type KeyState =
  | {
      kind: "known";
      id: string;
      workspace: WorkspaceContext["workspace"];
      permissions: WorkspaceContext["permissions"];
      callsPerMinute: number | null;
      expiresAt: Date | null;
      /** Of this process' last write of it, or the row's. */
      lastUsedAt: Date | null;
    }
  | { kind: "revoked" }
  | { kind: "unknown" };

const knownForMs = 10_000;
const refusedForMs = 2_000;
const maxKnown = 10_000;
const maxRefused = 2_000;

type Entries = Map<string, { state: KeyState; readAt: number }>;
type Cache = {
  known: Entries;
  /** Apart, so that a flood of wrong keys pushes no right one out. */
  refused: Entries;
  reading: Map<string, Promise<KeyState>>;
  /** Grows with each `forgetKeys`, so that a read in flight cannot store a row from before a revocation. */
  generation: number;
};

/** The state of a key from memory, at most ten seconds old (two for a refusal); a promise when it has to be read. */
export function readKeyState(runtime: Runtime, hash: string): KeyState | Promise<KeyState> {
  const cache = cacheOf(runtime);
  const known = cache.known.get(hash);
  if (known && Date.now() - known.readAt < knownForMs) return known.state;
  const refused = cache.refused.get(hash);
  if (refused && Date.now() - refused.readAt < refusedForMs) return refused.state;
  const running = cache.reading.get(hash);
  if (running) return running;
  const reading = readAndStore(runtime, cache, hash).finally(() => {
    if (cache.reading.get(hash) === reading) cache.reading.delete(hash);
  });
  cache.reading.set(hash, reading);
  return reading;
}

/** After a key was revoked or its workspace changed: this process reads every key anew from here on. */
export function forgetKeys(runtime: Runtime): void {
  const cache = cacheOf(runtime);
  cache.generation += 1;
  cache.known.clear();
  cache.refused.clear();
  cache.reading.clear();
}

async function readAndStore(runtime: Runtime, cache: Cache, hash: string): Promise<KeyState> {
  const { generation } = cache;
  const state = await readRow(runtime, hash);
  if (cache.generation === generation) {
    cache.known.delete(hash);
    cache.refused.delete(hash);
    if (state.kind === "known") store(cache.known, maxKnown, hash, state);
    else store(cache.refused, maxRefused, hash, state);
  }
  return state;
}

function store(entries: Entries, limit: number, hash: string, state: KeyState): void {
  entries.set(hash, { state, readAt: Date.now() });
  const [oldest] = entries.keys();
  if (entries.size > limit && oldest !== undefined) entries.delete(oldest);
}

async function readRow(runtime: Runtime, hash: string): Promise<KeyState> {
  const [row] = await runtime.database.db
    .select({ key: apiKey, slug: workspace.slug, name: workspace.name, isSandbox: workspace.isSandbox, callDetail: workspace.callDetail, callsPerMinute: workspace.callsPerMinute })
    .from(apiKey)
    .innerJoin(workspace, eq(workspace.id, apiKey.workspaceId))
    .where(eq(apiKey.hash, hash))
    .limit(1);
  if (!row) return { kind: "unknown" };
  if (row.key.revokedAt !== null) return { kind: "revoked" };
  return {
    kind: "known",
    id: row.key.id,
    workspace: { id: provenWorkspaceId(row.key.workspaceId), slug: row.slug, name: row.name, isSandbox: row.isSandbox, callDetail: row.callDetail, callsPerMinute: row.callsPerMinute },
    permissions: permissionsOfScopes(row.key.scopes),
    callsPerMinute: row.key.callsPerMinute,
    expiresAt: row.key.expiresAt,
    lastUsedAt: row.key.lastUsedAt,
  };
}

function cacheOf(runtime: Runtime): Cache {
  return runtime.singleton("workspaces.keys", () => ({ known: new Map(), refused: new Map(), reading: new Map(), generation: 0 }));
}
