import { LRUCache } from "lru-cache";
import type { customConnector } from "@/db/schema/custom-connectors";
import type { Connector } from "@/server/catalog/connector";
import type { Runtime } from "@/server/runtime/runtime";
import { compileDefinition } from "./compile-definition";
import { connectorDraft } from "./schema";

export type CustomConnectorRow = typeof customConnector.$inferSelect;

const maxCompiled = 2_000;

/**
 * The connector of a stored row: the same object as long as the row does not change, so that what hangs on it stays
 * good. Undefined for one that this version of Patchbay cannot read; it is logged.
 */
export function readDefinition(runtime: Runtime, row: Pick<CustomConnectorRow, "id" | "slug" | "version" | "definition">): Connector | undefined {
  const compiled = runtime.singleton("custom-connectors.compiled", () => new LRUCache<string, Connector>({ max: maxCompiled }));
  const key = `${row.id} ${row.version}`;
  const known = compiled.get(key);
  if (known) return known;
  const draft = connectorDraft.safeParse(row.definition);
  if (!draft.success) {
    runtime.log.error({ customConnector: row.id, fields: draft.error.issues.map(({ path }) => path.join(".")) }, "A custom connector's stored definition does not fit this version.");
    return undefined;
  }
  const connector = compileDefinition(row.slug, row.version, draft.data);
  compiled.set(key, connector);
  return connector;
}
