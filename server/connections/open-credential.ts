import { and, eq } from "drizzle-orm";
import { connection, credential } from "@/db/schema/connections";
import type { CredentialFields } from "@/server/auth-kinds/credential";
import { notFound } from "@/server/lib/errors";
import type { Runtime } from "@/server/runtime/runtime";
import type { ConnectionRow } from "./connection-cache";
import { boundTo } from "./seal-credential";

type Opened = { version: number; fields: CredentialFields; openedAt: number };
type Cache = {
  opened: Map<string, Opened>; // in order of last opening
  opening: Map<string, Promise<CredentialFields>>;
  /** Grows with each `forgetCredential`, so that an opening in flight cannot store what was dropped meanwhile. */
  generation: number;
};

const ttlMs = 5 * 60_000;
const maxOpened = 2_000;

/**
 * A connection's credential in the clear, from memory while it is the version that the row names or a newer one.
 * Whoever calls this puts it on record: the gateway on its call, a verb in its audit entry.
 */
export function openCredential(runtime: Runtime, row: Pick<ConnectionRow, "id" | "workspaceId" | "credentialVersion">): CredentialFields | Promise<CredentialFields> {
  const cache = cacheOf(runtime);
  const known = cache.opened.get(row.id);
  if (known && known.version >= row.credentialVersion && Date.now() - known.openedAt < ttlMs) return known.fields;
  const key = `${row.id}:${row.credentialVersion}`;
  const running = cache.opening.get(key);
  if (running) return running;
  const opening = readAndOpen(runtime, cache, row).finally(() => {
    if (cache.opening.get(key) === opening) cache.opening.delete(key);
  });
  cache.opening.set(key, opening);
  return opening;
}

/** After a credential was replaced or destroyed: this process keeps no copy of it in the clear. */
export function forgetCredential(runtime: Runtime, connectionId: string): void {
  const cache = cacheOf(runtime);
  cache.generation += 1;
  cache.opened.delete(connectionId);
  cache.opening.clear();
}

async function readAndOpen(runtime: Runtime, cache: Cache, row: Pick<ConnectionRow, "id" | "workspaceId">): Promise<CredentialFields> {
  const { generation } = cache;
  // One statement, so that version and fields are of the same moment.
  const found = await runtime.database.db
    .select({ version: connection.credentialVersion, field: credential.field, sealed: credential.sealed })
    .from(connection)
    .innerJoin(credential, eq(credential.connectionId, connection.id))
    .where(and(eq(connection.id, row.id), eq(connection.workspaceId, row.workspaceId)));
  const [first] = found;
  if (!first) throw notFound("connection");
  const fields = Object.fromEntries(found.map(({ field, sealed }) => [field, runtime.vault.open(sealed, boundTo(row, field))]));
  if (cache.generation === generation) store(cache, row.id, { version: first.version, fields, openedAt: Date.now() });
  return fields;
}

function store(cache: Cache, id: string, opened: Opened): void {
  cache.opened.delete(id);
  cache.opened.set(id, opened);
  const [oldest] = cache.opened.keys();
  if (cache.opened.size > maxOpened && oldest !== undefined) cache.opened.delete(oldest);
}

function cacheOf(runtime: Runtime): Cache {
  return runtime.singleton("connections.credentials", () => ({ opened: new Map(), opening: new Map(), generation: 0 }));
}
