import type { CredentialFields } from "@/server/auth-kinds/credential";
import type { Connector, Field } from "@/server/catalog/connector";
import type { ConnectionRow } from "./connection-cache";

/** What a form about a stored connection already knows: its inputs, and the fields of its credential that are not secret. */
export function knownValues(connector: Connector, fields: readonly Field[], row: Pick<ConnectionRow, "inputs">, current: CredentialFields): Record<string, string> {
  return Object.fromEntries([
    ...connector.inputs.flatMap(({ key }) => (row.inputs[key] === undefined ? [] : [[key, row.inputs[key]] as const])),
    ...fields.flatMap(({ key, secret }) => (secret || current[key] === undefined ? [] : [[key, current[key].reveal()] as const])),
  ]);
}
